import { parseNodes, writeNodes, type BodyNodes } from '../bodies/body-nodes.ts';
import { readTeamsHtml } from '../bodies/read-teams-html.ts';
import { sanitizeBody } from '../bodies/sanitize-body.ts';
import { writeMarkdown } from '../bodies/write-markdown.ts';

export interface QuotedMessage {
  /** A line in front of the quote; may be empty. */
  readonly says: string;
  /** What the message says, as `messagePayload.body` has it. */
  readonly body: { contentType: 'html' | 'text'; content: string };
  /** Address of the message, and the words that lead there; undefined when there is none. */
  readonly link: { readonly href: string; readonly words: string } | undefined;
}

/**
 * A message as the Markdown that a form shows: quoted, with its look. Signs in it that Markdown would read are protected, so
 * that the quote says what the message said. Pictures are left out.
 */
export function quoteMessage({ says, body, link }: QuotedMessage): string {
  const nodes =
    body.contentType === 'html' ? readTeamsHtml(body.content, () => undefined) : linesOf(body.content);
  const quote = sanitizeBody(writeNodes(nodes));
  const parts = [
    says === '' ? '' : `<p>${escape(says)}</p>`,
    hasWords(quote) ? `<blockquote>${quote}</blockquote>` : '',
    link === undefined ? '' : `<p><a href="${escape(link.href)}">${escape(link.words)}</a></p>`,
  ];
  return writeMarkdown(sanitizeBody(parts.join(''))).text;
}

/** A message may be a card or a picture alone: there is nothing to quote. */
function hasWords(html: string): boolean {
  return html.replace(/<[^>]*>|&nbsp;|\s/g, '') !== '';
}

function linesOf(text: string): BodyNodes {
  const paragraphs = text.trim().split(/\r?\n[ \t]*\r?\n/);
  return parseNodes(paragraphs.map((each) => `<p>${escape(each).replace(/\r?\n/g, '<br>')}</p>`).join(''));
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
