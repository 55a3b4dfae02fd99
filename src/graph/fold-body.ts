import sanitizeHtml from 'sanitize-html';
import type { Body } from '../conversations/request.ts';

const textOnly: sanitizeHtml.IOptions = {
  allowedTags: [],
  allowedAttributes: {},
  nonTextTags: ['script', 'style', 'title', 'textarea', 'option', 'noscript'],
};

/**
 * What is left of a body when everything is taken away that Exchange may change: it wraps HTML into a document, cleans
 * it, turns text into HTML, breaks lines elsewhere, makes spaces hard and characters well-formed. The words in their
 * order remain, without any space between them. A text that differs in a word is another text: taking one post for
 * another would lose a message, while not finding one only asks the person.
 */
export function foldBody({ contentType, content }: Body): string {
  const text = contentType === 'html' ? plainText(content) : content;
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\s\p{Cf}\p{Cc}]+/gu, '');
}

/** `sanitize-html` reads all entities and writes these three. */
function plainText(html: string): string {
  return sanitizeHtml(html, textOnly)
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
