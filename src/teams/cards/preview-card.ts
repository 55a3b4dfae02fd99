import type { Content } from '../../conversations/check-content.ts';
import { sentBody } from '../../conversations/sent-body.ts';
import type { Texts } from '../texts/texts.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { bodyElements } from './body-elements.ts';
import { card } from './card.ts';
import { cardVerbs } from './card-verbs.ts';
import { dialogSubmit } from './dialog-submit.ts';
import { executeAction } from './execute-action.ts';
import { fileLines } from './file-lines.ts';
import { formatPlan } from './format-time.ts';
import { heading } from './heading.ts';
import { labelledLine } from './labelled-line.ts';
import { nameRecipients } from './name-recipients.ts';

export interface PreviewCardOptions {
  readonly formId: string;
  readonly content: Content;
  /** Its name, as far as it is known. */
  readonly group: string;
  /** It stands in a dialog. */
  readonly dialog?: boolean;
  readonly texts: Texts;
  readonly timeZone?: string;
  readonly locale?: string;
}

/** What Outlook will show, made of the very text that is posted, and the choice to post it or to change it. */
export function previewCard(options: PreviewCardOptions): AdaptiveCard {
  const { formId, content, group, dialog, texts, timeZone, locale } = options;
  const { preview, receipt, form } = texts;
  const { body, html, files = [], topic, postAt } = content;
  const names = nameRecipients(content, receipt);
  const shown = sentBody({
    body:
      html === undefined ? { contentType: 'text', content: body } : { contentType: 'html', content: html },
    files,
  });
  const make = dialog ? dialogSubmit : executeAction;
  const action = (title: string, verb: string, style?: 'positive') =>
    make({ title, verb, data: { formId }, ignoresInputs: true, ...(style && { style }) });
  return card({
    summary: [preview.title, topic].join(': '),
    body: [
      heading(preview.title),
      labelledLine(receipt.topic, topic),
      labelledLine(receipt.group, group),
      ...(names === '' ? [] : [labelledLine(receipt.people, names)]),
      ...(postAt === undefined
        ? []
        : [labelledLine(preview.when, formatPlan(postAt, { language: texts.language, timeZone, locale }))]),
      { type: 'Container', style: 'emphasis', spacing: 'medium', items: bodyElements(shown, texts) },
      ...fileLines(files, texts),
      ...(content.tellMembers
        ? [{ type: 'TextBlock' as const, text: texts.announcement.membersAreTold, wrap: true as const }]
        : []),
      {
        type: 'ActionSet',
        actions: [action(form.post, cardVerbs.post, 'positive'), action(preview.change, cardVerbs.change)],
      },
    ],
  });
}
