import type { FoundConversation } from '../../conversations/ports/conversation-search.ts';
import type { ReceiptPlace } from '../../conversations/request.ts';
import type { AdaptiveCard, CardElement } from '../cards/adaptive-card.ts';
import { card } from '../cards/card.ts';
import { cardAttachment } from '../cards/card-attachment.ts';
import { escapeCardText } from '../cards/escape-card-text.ts';
import { formatTime } from '../cards/format-time.ts';
import { heading } from '../cards/heading.ts';
import { labelledLine } from '../cards/labelled-line.ts';
import { outlookLink } from '../../conversations/outlook-link.ts';
import { textRun } from '../cards/text-run.ts';
import type { Texts } from '../texts/texts.ts';

export interface ConversationResultOptions {
  place: ReceiptPlace;
  /** Outlook on the web. */
  outlook: string;
  texts: Texts;
}

/** An entry of a result list: the card that is inserted, and what the list shows of it. */
export interface ExtensionResult extends ReturnType<typeof cardAttachment> {
  preview: {
    contentType: 'application/vnd.microsoft.card.thumbnail';
    content: { title: string; text: string };
  };
}

/**
 * A conversation as a card for everybody in the chat that it is inserted into: its topic, group and time, not its text.
 * Who may read it opens it in Outlook; no other button works where the bot is no member, or in Outlook at all.
 */
export function conversationResult(
  { conversation, group }: FoundConversation,
  { place, outlook, texts }: ConversationResultOptions,
): ExtensionResult {
  const { topic, lastDelivered, preview = '' } = conversation;
  const { locale, timeZone } = place;
  const zone = { ...(locale !== undefined && { locale }), ...(timeZone !== undefined && { timeZone }) };
  const when = lastDelivered && formatTime(lastDelivered, { language: texts.language, ...zone });
  const link = outlookLink(outlook, group.mail);
  const body: CardElement[] = [
    { type: 'RichTextBlock', inlines: [textRun(topic, { weight: 'bolder' })] },
    labelledLine(texts.receipt.group, group.name),
    ...(when === undefined ? [] : [labelledLine(texts.extension.lastPost, when)]),
  ];
  if (link !== undefined)
    body.push({
      type: 'ActionSet',
      actions: [{ type: 'Action.OpenUrl', title: texts.receipt.openInOutlook, url: link }],
    });
  const line = [group.name, when, preview].filter((each) => each !== undefined && each !== '').join(' – ');
  return result(card({ summary: topic, body, version: versionFor(place) }), { title: topic, text: line });
}

/** The last entry where only some of the groups were read. */
export function partlyResult({
  searched,
  groups,
  texts,
}: {
  searched: number;
  groups: number;
  texts: Texts;
}): ExtensionResult {
  const { partlyNote } = texts.extension;
  const title = texts.extension.partly(searched, groups);
  const body: CardElement[] = [heading(title), { type: 'TextBlock', text: partlyNote, wrap: true }];
  return result(card({ summary: title, body, version: '1.4' }), { title, text: partlyNote });
}

/** Outlook takes inserted cards up to 1.4 (Microsoft 365, "Extend message extensions", limitations). */
function versionFor({ channelId }: ReceiptPlace): AdaptiveCard['version'] {
  return channelId === 'msteams' ? '1.5' : '1.4';
}

function result(content: AdaptiveCard, { title, text }: { title: string; text: string }): ExtensionResult {
  return {
    ...cardAttachment(content),
    preview: {
      contentType: 'application/vnd.microsoft.card.thumbnail',
      content: { title: escapeCardText(title), text: escapeCardText(text, { limit: 200 }) },
    },
  };
}
