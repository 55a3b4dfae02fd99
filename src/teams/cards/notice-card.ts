import { isObjectId } from '../../conversations/is-object-id.ts';
import type { NoticeConversation } from '../../watches/notice.ts';
import type { MailPost } from '../../watches/mail-post.ts';
import type { Texts } from '../texts/texts.ts';
import type { AdaptiveCard, CardAction, CardElement } from './adaptive-card.ts';
import { card } from './card.ts';
import { cardVerbs } from './card-verbs.ts';
import { executeAction } from './execute-action.ts';
import type { FormProblem } from './form-problem.ts';
import { formatTime } from './format-time.ts';
import { heading } from './heading.ts';
import { labelledLine } from './labelled-line.ts';
import { outlookLink } from '../../conversations/outlook-link.ts';
import { problemLine } from './problem-line.ts';
import { textRun } from './text-run.ts';

export interface NoticeCardOptions {
  readonly texts: Texts;
  /** Outlook on the web, no trailing slash. */
  readonly outlook: string;
  readonly timeZone?: string;
  readonly locale?: string;
}

/** Posts of one card; the oldest of a longer burst are only counted. */
export const shownPosts = 5;
/** How much of a post is shown, in characters. */
const preview = 400;

/**
 * New posts of one conversation: who, what, where.
 *
 * @param options.formId of the reply form whose text field stands in the card; without it a button opens a form, because
 *   others see the card, too, and each answers as themselves
 * @param options.typed what stands in the field, and what is wrong with it: `problems`
 */
export function noticeCard(
  conversation: NoticeConversation,
  options: NoticeCardOptions & { formId?: string; typed?: string; problems?: readonly FormProblem[] },
): AdaptiveCard {
  const { texts, formId, typed = '', problems = [] } = options;
  const { notice, receipt } = texts;
  const { posts, topic, group } = conversation;
  const title = posts.length === 1 ? notice.newPost : notice.newPosts(posts.length);
  const shown = posts.slice(-shownPosts);
  const where = isObjectId(group.name) ? undefined : group.name;
  const body: CardElement[] = [
    heading(title),
    labelledLine(receipt.topic, topic),
    ...(where === undefined ? [] : [labelledLine(receipt.group, where)]),
    ...shown.flatMap((post) => postLines(post, options, preview)),
  ];
  if (posts.length > shown.length)
    body.push({ type: 'RichTextBlock', inlines: [textRun(notice.more(posts.length - shown.length))] });
  if (formId !== undefined) {
    body.push({
      type: 'Input.Text',
      id: 'body',
      label: notice.reply,
      isMultiline: true,
      isRequired: true,
      errorMessage: notice.replyMissing,
      ...(typed !== '' && { value: typed }),
    });
    body.push(...problems.map(problemLine));
  }
  body.push({ type: 'ActionSet', actions: noticeActions(conversation, options) });
  const newest = shown.at(-1);
  const says = [title, topic, where, newest && `${nameOf(newest)}: ${newest.preview}`];
  return card({ summary: says.filter((part) => part !== undefined).join(' – '), body });
}

/** What a notice of one conversation can be answered with. */
export function noticeActions(
  conversation: NoticeConversation,
  { texts, outlook, formId }: NoticeCardOptions & { formId?: string },
): CardAction[] {
  const { group, threadId, conversationId, topic } = conversation;
  const link = group.mail === undefined ? undefined : outlookLink(outlook, group.mail);
  const about = { groupId: group.id, threadId, ...(conversationId !== undefined && { conversationId }) };
  const answer =
    formId === undefined
      ? executeAction({ title: texts.notice.send, verb: cardVerbs.answer, data: { ...about, topic } })
      : executeAction({
          title: texts.notice.send,
          verb: cardVerbs.post,
          data: { formId },
          style: 'positive',
        });
  return [
    answer,
    ...(link === undefined
      ? []
      : [{ type: 'Action.OpenUrl' as const, title: texts.receipt.openInOutlook, url: link }]),
    executeAction({
      title: texts.notice.stop,
      verb: cardVerbs.stopWatching,
      data: about,
      ignoresInputs: true,
    }),
  ];
}

/** Who wrote when, and what, as plain text. */
export function postLines(
  post: MailPost,
  { texts, locale, timeZone }: NoticeCardOptions,
  limit: number,
): CardElement[] {
  const when = formatTime(post.receivedAt, {
    language: texts.language,
    ...(locale !== undefined && { locale }),
    ...(timeZone !== undefined && { timeZone }),
  });
  return [
    {
      type: 'RichTextBlock',
      spacing: 'medium',
      inlines: [textRun(nameOf(post), { weight: 'bolder' }), textRun(` · ${when}`, { isSubtle: true })],
    },
    { type: 'RichTextBlock', spacing: 'none', inlines: [textRun(post.preview, { limit })] },
  ];
}

function nameOf({ from }: MailPost): string {
  return from.name === '' ? from.address : from.name;
}
