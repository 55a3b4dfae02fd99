import { asksForConversation } from '../../conversations/asks-for-conversation.ts';
import type { Draft } from '../../conversations/ports/forms.ts';
import type { Texts } from '../texts/texts.ts';
import type { ActionData, AdaptiveCard, CardAction, CardElement, Choice } from './adaptive-card.ts';
import { isPlainAsTyped } from '../bodies/is-plain-as-typed.ts';
import { renderMarkdown } from '../bodies/render-markdown.ts';
import { card } from './card.ts';
import { cardVerbs } from './card-verbs.ts';
import { dialogSubmit } from './dialog-submit.ts';
import { executeAction } from './execute-action.ts';
import { fileLines } from './file-lines.ts';
import { formFields, type FormInput } from './form-fields.ts';
import type { FormField, FormProblem } from './form-problem.ts';
import { formTitle } from './form-title.ts';
import { heading } from './heading.ts';
import { problemLine } from './problem-line.ts';
import { textRun } from './text-run.ts';

export interface FormCardOptions {
  readonly formId: string;
  readonly draft: Draft;
  /** The person's groups to begin with: titles as the tenant has them, values their ids. */
  readonly groups: readonly Choice[];
  /** For a thread: conversations of the chosen group. */
  readonly conversations?: readonly Choice[];
  /** Candidates for names among the people that mean nobody in particular; values are mail addresses. */
  readonly people?: readonly Choice[];
  readonly problems?: readonly FormProblem[];
  /** A line above the fields that is no problem; may hold text from people. */
  readonly notice?: string;
  /** The group is typed, because none can be offered: by what, where only its id says which one is meant. */
  readonly typesGroup?: 'name' | 'id';
  /** It stands in a dialog, whose bar has the title: its button sends `task/submit` or `submitAction`, and the dialog has a cross to be put away. */
  readonly dialog?: boolean;
  readonly texts: Texts;
  /** Name of the only person whose form this is, where others see it too. */
  readonly restrictedTo?: string;
}

/** 80 KB of UTF-16 (Teams advises at most that for a message; above about 100 KB it answers 413). */
const mostCharacters = 40_960;
/** A notice ends with a command as it is written right, which is of use only whole; in characters. */
const longestRemark = 1_000;
const keepable: readonly FormField[] = ['body', 'people', 'topic', 'group', 'conversation'];

/**
 * The form, filled with everything that was typed, and each problem at its field.
 *
 * Inputs come back as `groupId`, `conversationId`, `topic`, `body`, `people` and `peopleIds`, with `formId` and `verb`. What is too
 * long for a card is left out and named in the data's `keeps` (comma-separated fields): if such a field comes back
 * empty, the stored draft's text counts.
 */
export function formCard(options: FormCardOptions): AdaptiveCard {
  const kept = new Set<FormField>();
  for (const field of keepable) {
    const card = build(options, kept);
    if (JSON.stringify(card).length <= mostCharacters) return card;
    if ((options.draft[field] ?? '').length > 1_000) kept.add(field);
  }
  return build(options, kept);
}

/** Lines under the title that are no problems. */
function remarks({ draft, groups, texts, restrictedTo, notice, typesGroup }: FormCardOptions): CardElement[] {
  const group = groups.find(({ value }) => value === draft.group)?.title;
  const lines = [
    restrictedTo === undefined ? undefined : texts.form.restrictedTo(restrictedTo),
    draft.kind === 'reply' && draft.threadId !== undefined
      ? texts.form.replyTo(draft.topic, group)
      : undefined,
    notice,
    typesGroup !== undefined && (draft.kind !== 'reply' || asksForConversation(draft))
      ? { id: texts.form.groupsUnlisted, name: texts.form.groupsUnsearched }[typesGroup]
      : undefined,
  ];
  return lines
    .filter((line) => line !== undefined)
    .map((line) => ({ type: 'RichTextBlock', inlines: [textRun(line, { limit: longestRemark })] }));
}

function build(options: FormCardOptions, kept: ReadonlySet<FormField>): AdaptiveCard {
  const {
    draft,
    groups,
    conversations = [],
    people = [],
    problems = [],
    notice,
    texts,
    typesGroup,
    dialog,
  } = options;
  const title = formTitle(draft.kind, texts);
  const asksZone = problems.some(({ field }) => field === 'postZone');
  const fields = formFields({
    draft,
    groups,
    conversations,
    people,
    texts: texts.form,
    announcement: texts.announcement,
    kept,
    asksZone,
    typesGroup,
  });
  const shown = new Set(fields.map(({ field }) => field));
  const general = problems.filter(({ field }) => field === undefined || !shown.has(field));
  const body: CardElement[] = [...(dialog ? [] : [heading(title)]), ...remarks(options)];
  if (problems.length > 0) body.push({ type: 'TextBlock', text: texts.form.problems, wrap: true });
  if (general.length > 0) {
    body.push({ type: 'Container', style: 'attention', items: general.map(problemLine) });
  }
  for (const input of fields) body.push(...inputWithProblems(input, options, kept));
  body.push(...fileLines(draft.files ?? [], texts));
  const keeps: ActionData = kept.size === 0 ? {} : { keeps: [...kept].join(',') };
  body.push({ type: 'ActionSet', actions: formActions(options, keeps) });
  const lines = [...(notice === undefined ? [] : [notice]), ...problems.map(({ says }) => says)];
  const summary = [title, ...lines].join(': ');
  return card({ summary, body });
}

/** An input, what is wrong with it, and what of it does not fit into the card. */
function inputWithProblems(
  { field, element }: FormInput,
  { draft, problems = [], texts }: FormCardOptions,
  kept: ReadonlySet<FormField>,
): CardElement[] {
  if (field === undefined) return [element];
  const lines = problems.filter((problem) => problem.field === field).map(problemLine);
  if (!kept.has(field)) return [element, ...(field === 'body' ? plainHint(draft, texts) : []), ...lines];
  const held = draft[field] ?? '';
  return [
    element,
    ...lines,
    {
      type: 'RichTextBlock',
      spacing: 'small',
      inlines: [
        { type: 'TextRun', text: `${texts.form.tooLongToEdit(held.length)} ` },
        textRun(held, { limit: 200, isSubtle: true }),
      ],
    },
  ];
}

/** Whoever changes a plain text that holds signs of Markdown is told before what they become. */
function plainHint(draft: Draft, { form }: Texts): CardElement[] {
  if (!isPlainAsTyped(draft) || renderMarkdown(draft.body).contentType === 'text') return [];
  return [
    {
      type: 'RichTextBlock',
      spacing: 'small',
      inlines: [{ type: 'TextRun', text: form.plainHint(form.preview), isSubtle: true }],
    },
  ];
}

function formActions({ formId, texts, dialog }: FormCardOptions, keeps: ActionData): CardAction[] {
  const data = { formId, ...keeps };
  const post = { title: texts.form.post, verb: cardVerbs.post, data, style: 'positive' } as const;
  const preview = { title: texts.form.preview, verb: cardVerbs.preview, data };
  if (dialog) return [dialogSubmit(post), dialogSubmit(preview)];
  return [
    executeAction(post),
    executeAction(preview),
    executeAction({
      title: texts.form.cancel,
      verb: cardVerbs.cancel,
      data: { formId },
      ignoresInputs: true,
    }),
  ];
}
