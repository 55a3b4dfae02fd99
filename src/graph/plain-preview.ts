import sanitizeHtml from 'sanitize-html';
import type { Body } from '../conversations/request.ts';

const textOnly: sanitizeHtml.IOptions = {
  allowedTags: [],
  allowedAttributes: {},
  nonTextTags: ['script', 'style', 'title', 'textarea', 'option', 'noscript'],
};

/** Lines of their own in HTML. */
const breaks = /<(?:br|\/p|\/div|\/li|\/tr|\/h[1-6])\b[^>]{0,200}>/gi;
/** More than this is not looked at: a preview is its beginning. */
const longest = 20_000;

/** The beginning of a body as plain text, at most `length` characters (UTF-16 units), spaces and line breaks tidied. */
export function plainPreview({ contentType, content }: Body, length: number): string {
  const begin = content.slice(0, longest);
  const text = contentType === 'html' ? plainText(begin) : begin;
  const tidy = text
    .toWellFormed()
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return tidy.length <= length
    ? tidy
    : `${tidy
        .slice(0, length - 1)
        .replace(/[\uD800-\uDBFF]$/, '')
        .trimEnd()}…`;
}

/** `sanitize-html` reads all entities and writes these three. */
function plainText(html: string): string {
  // Line breaks of the source mean nothing in HTML.
  return sanitizeHtml(html.replace(/\s+/g, ' ').replace(breaks, '\n'), textOnly)
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
