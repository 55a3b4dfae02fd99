import type { Body } from '../../conversations/request.ts';
import { elementsIn, parseNodes, textOf, writeNodes, type BodyElement } from './body-nodes.ts';
import { cutHead } from './cut-head.ts';
import { readTeamsHtml, type TeamsPicture } from './read-teams-html.ts';
import { sanitizeBody } from './sanitize-body.ts';
import { writeMarkdown } from './write-markdown.ts';

/** The text of a message, as it is posted and as a form shows it. */
export interface ReadBody {
  /** What a form shows: exactly what was typed, or Markdown for rich text. */
  readonly typed: string;
  readonly body: Body;
  /** A form cannot show all of its look. */
  readonly lost: boolean;
}

/**
 * Joins the body that the parser found in a message's plain text with the message's HTML copy: HTML when that says the
 * same words and has more than paragraphs, otherwise the plain text. No word is ever lost: where the two cannot be laid
 * over each other, the plain text counts.
 *
 * @param plain exactly the body's characters
 * @param html the copy of the whole message, its head included; undefined when Teams sent none
 */
export function readBody(
  plain: string,
  html: string | undefined,
  contentIdOf: (picture: TeamsPicture) => string | undefined = () => undefined,
): ReadBody {
  const asTyped: ReadBody = { typed: plain, body: { contentType: 'text', content: plain }, lost: false };
  if (html === undefined) return asTyped;
  const nodes = readTeamsHtml(html, contentIdOf);
  if (!cutHead(nodes, plain)) return asTyped;
  const content = sanitizeBody(writeNodes(nodes));
  const kept = parseNodes(content);
  // Sanitising can still take words away, those in a `<textarea>` for example; they were typed, so they are posted.
  if (!isRich(content) || !cutHead(kept, plain)) return asTyped;
  const { text, lost } = writeMarkdown(content);
  return { typed: text, body: { contentType: 'html', content }, lost };
}

/** Whether there is more in it than paragraphs; addresses that stand there as they are, Outlook finds by itself. */
function isRich(content: string): boolean {
  const nodes = parseNodes(content);
  return elementsIn(nodes, ...shaping).length > 0 || elementsIn(nodes, 'a').some(isNamedLink);
}

function isNamedLink({ attribs, children }: BodyElement): boolean {
  const { href } = attribs;
  if (href === undefined) return false;
  const address = (text: string): string =>
    text
      .trim()
      .replace(/^(?:mailto:|https?:\/\/)/i, '')
      .replace(/\/$/, '');
  return address(textOf(children)) !== address(href);
}

const shaping = [
  ...['b', 'strong', 'i', 'em', 'u', 's', 'strike', 'del', 'sub', 'sup', 'code', 'pre', 'blockquote', 'img'],
  ...['ul', 'ol', 'table', 'hr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
];
