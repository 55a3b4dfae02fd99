import sanitizeHtml from 'sanitize-html';
import type { ItemBody } from './mailbox-items.ts';

/** The first 255 characters of a body as one line of plain text, as Outlook's list shows them. */
export function previewOf(body: ItemBody): string {
  const text = body.contentType === 'html' ? withoutTags(body.content) : body.content;
  return text.replace(/\s+/g, ' ').trim().slice(0, 255).toWellFormed();
}

function withoutTags(html: string): string {
  const spaced = html.replace(/<(?:br|\/p|\/div|\/li|\/h\d)\b[^>]*>/gi, ' ');
  return sanitizeHtml(spaced, { allowedTags: [], allowedAttributes: {} })
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
