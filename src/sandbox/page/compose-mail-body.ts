import { escapeHtml } from '../client/escape-html.ts';
import type { MailBody } from './mailboxes-view.ts';

/**
 * What Outlook sends of a draft: text alone stays text; cards that were inserted become a framed part of the mail with
 * their words and links, which is all that a reader without the app sees of them.
 *
 * @throws Error when there is nothing to send
 */
export function composeMailBody(text: string, cards: readonly Record<string, unknown>[]): MailBody {
  if (text === '' && cards.length === 0) throw new Error('There is nothing in this mail yet.');
  if (cards.length === 0) return { contentType: 'text', content: text };
  const paragraphs = text === '' ? '' : `<p>${escapeHtml(text).replaceAll('\n', '<br>')}</p>`;
  const framed = cards.map((card) => `<table><tr><td>${linesOf(card).join('<br>')}</td></tr></table>`);
  return { contentType: 'html', content: `${paragraphs}${framed.join('')}` };
}

/** The words of a card and its links, in reading order. */
function linesOf(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(linesOf);
  if (typeof part !== 'object' || part === null) return [];
  const { type, title, url, inlines, text } = part as Record<string, unknown>;
  if (type === 'Action.OpenUrl' && typeof url === 'string' && /^https?:/.test(url))
    return [`<a href="${escapeHtml(url)}">${escapeHtml(String(title))}</a>`];
  if (type === 'RichTextBlock' && Array.isArray(inlines)) return [inlines.map(wordsOf).join('')];
  if (type === 'TextBlock') return [escapeHtml(String(text))];
  return ['body', 'items', 'columns', 'actions'].flatMap((name) =>
    linesOf((part as Record<string, unknown>)[name]),
  );
}

function wordsOf(inline: unknown): string {
  const { text, weight } = (typeof inline === 'string' ? { text: inline } : inline) as {
    text?: string;
    weight?: string;
  };
  const words = escapeHtml(text ?? '');
  return weight?.toLowerCase() === 'bolder' ? `<b>${words}</b>` : words;
}
