import type { AnnouncementContent } from '../../announcements/announcement-content.ts';
import { outlookLink } from '../../conversations/outlook-link.ts';
import type { Texts } from '../texts/texts.ts';
import type { AdaptiveCard, CardAction, CardElement } from './adaptive-card.ts';
import { card } from './card.ts';
import { cardVerbs } from './card-verbs.ts';
import { dialogAction } from './dialog-action.ts';
import { escapeCardText } from './escape-card-text.ts';
import { executeAction } from './execute-action.ts';
import { heading } from './heading.ts';
import { textLines } from './text-lines.ts';
import { textRun } from './text-run.ts';

export interface AnnouncementCardOptions {
  readonly content: AnnouncementContent;
  /** Who tells: a person, or another system. */
  readonly sender: string;
  /** Of the stored form that the content offers. */
  readonly formId?: string;
  /** Others see the card, too. */
  readonly shared: boolean;
  readonly texts: Texts;
  /** Outlook on the web, no trailing slash. */
  readonly outlook: string;
}

/** How much of a post is shown, in characters. */
const previewLength = 400;

/** A notice to many, as one of them reads it: who tells, what, and what can be done about it. */
export function announcementCard(options: AnnouncementCardOptions): AdaptiveCard {
  const { content, sender, texts } = options;
  const actions = announcementActions(options);
  const { title, summary, lines } =
    content.kind === 'message'
      ? messageLines(content, sender, texts)
      : conversationLines(content, sender, texts);
  return card({
    summary,
    body: [
      heading(title),
      ...lines,
      ...(options.formId === undefined
        ? []
        : [
            {
              type: 'TextBlock' as const,
              text: texts.announcement.startThisNote,
              wrap: true as const,
              isSubtle: true,
              spacing: 'medium' as const,
            },
          ]),
      ...(actions.length === 0 ? [] : [{ type: 'ActionSet' as const, actions }]),
    ],
  });
}

interface Shown {
  readonly title: string;
  readonly summary: string;
  readonly lines: CardElement[];
}

function messageLines(
  { title, text }: Extract<AnnouncementContent, { kind: 'message' }>,
  sender: string,
  { announcement }: Texts,
): Shown {
  const from = announcement.from(escapeCardText(sender));
  return {
    title: from,
    summary: [announcement.from(sender), title, text].filter((part) => part !== undefined).join(' – '),
    lines: [
      ...(title === undefined
        ? []
        : [
            {
              type: 'RichTextBlock' as const,
              inlines: [textRun(title, { size: 'medium', weight: 'bolder' })],
            },
          ]),
      ...textLines(text, announcement.cut),
    ],
  };
}

function conversationLines(
  { conversation }: Extract<AnnouncementContent, { kind: 'conversation' }>,
  sender: string,
  { announcement }: Texts,
): Shown {
  const { topic, group, preview } = conversation;
  const [name, about, where] = [sender, topic, group.name].map((part) =>
    escapeCardText(part, { limit: 255 }),
  );
  const lines: CardElement[] =
    preview === '' ? [] : [{ type: 'RichTextBlock', inlines: [textRun(preview, { limit: previewLength })] }];
  return {
    title: announcement.started(name ?? '', about ?? '', where ?? ''),
    summary: `${announcement.started(sender, topic, group.name)} – ${preview}`,
    lines,
  };
}

function announcementActions(options: AnnouncementCardOptions): CardAction[] {
  const { content, formId, texts } = options;
  if (content.kind === 'conversation') return conversationActions(content, options);
  const { link } = content;
  return [
    ...(formId === undefined ? [] : [dialogAction({ title: texts.announcement.startThis, formId })]),
    ...(link === undefined || !/^https:/i.test(link.url)
      ? []
      : [{ type: 'Action.OpenUrl' as const, title: escapeCardText(link.title), url: link.url }]),
  ];
}

/** What whoever reads it can do, with their own rights. */
function conversationActions(
  { conversation }: Extract<AnnouncementContent, { kind: 'conversation' }>,
  { shared, texts, outlook }: AnnouncementCardOptions,
): CardAction[] {
  const { group, topic, conversationId, threadId } = conversation;
  const url = outlookLink(outlook, group.mail);
  const about = { groupId: group.id, ...(conversationId !== undefined && { conversationId }) };
  const { receipt, notice, announcement } = texts;
  return [
    ...(url === undefined ? [] : [{ type: 'Action.OpenUrl' as const, title: receipt.openInOutlook, url }]),
    ...(threadId !== undefined
      ? [executeAction({ title: notice.send, verb: cardVerbs.answer, data: { ...about, threadId, topic } })]
      : conversationId !== undefined
        ? [executeAction({ title: notice.send, verb: cardVerbs.reply, data: about })]
        : []),
    // In a chat of several people everybody would be shown what comes: that is asked there by the command.
    ...(shared || conversationId === undefined
      ? []
      : [executeAction({ title: announcement.watch, verb: cardVerbs.watchHere, data: about })]),
  ];
}
