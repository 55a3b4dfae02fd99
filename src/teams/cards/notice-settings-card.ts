import type { Texts } from '../texts/texts.ts';
import type { AdaptiveCard, CardElement, InputText } from './adaptive-card.ts';
import { card } from './card.ts';
import { cardVerbs } from './card-verbs.ts';
import { executeAction } from './execute-action.ts';
import { heading } from './heading.ts';
import { textRun } from './text-run.ts';

/** What the card's inputs hold: times as typed, `''` for none. */
export interface NoticeSettingsInputs {
  readonly quietFrom: string;
  readonly quietTo: string;
  readonly digestAt: string;
  readonly watchStarted: boolean;
}

/** Quiet hours and the daily digest of a person. */
export function noticeSettingsCard(options: {
  inputs: NoticeSettingsInputs;
  texts: Texts;
  /** What is wrong with the inputs. */
  problem?: string;
}): AdaptiveCard {
  const { inputs, texts, problem } = options;
  const says = texts.noticeSettings;
  const body: CardElement[] = [
    heading(says.title),
    { type: 'RichTextBlock', inlines: [textRun(says.note)] },
    ...(problem === undefined
      ? []
      : [{ type: 'RichTextBlock' as const, inlines: [textRun(problem, { color: 'attention' })] }]),
    time('quietFrom', says.quietFrom, inputs.quietFrom, '18:30'),
    time('quietTo', says.quietTo, inputs.quietTo, '07:30'),
    time('digestAt', says.digestAt, inputs.digestAt, '08:00'),
    {
      type: 'Input.ChoiceSet',
      id: 'watchStarted',
      label: says.watchStarted,
      style: 'compact',
      choices: [
        { title: says.yes, value: 'yes' },
        { title: says.no, value: 'no' },
      ],
      value: inputs.watchStarted ? 'yes' : 'no',
    },
    {
      type: 'ActionSet',
      actions: [executeAction({ title: says.save, verb: cardVerbs.saveNoticeSettings, style: 'positive' })],
    },
  ];
  return card({ summary: problem ?? says.title, body });
}

function time(id: string, label: string, value: string, placeholder: string): InputText {
  return {
    type: 'Input.Text',
    id,
    label,
    placeholder,
    maxLength: 8,
    ...(value !== '' && { value }),
  };
}
