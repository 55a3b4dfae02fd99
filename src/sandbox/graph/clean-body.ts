import sanitizeHtml from 'sanitize-html';
import type { ItemBody } from './mailbox-items.ts';

const clean: sanitizeHtml.IOptions = {
  allowedTags: [...sanitizeHtml.defaults.allowedTags, 'img', 'font', 'html', 'head', 'body', 'meta'],
  allowedAttributes: {
    '*': ['style', 'class', 'dir', 'lang', 'title'],
    a: ['href', 'name', 'target'],
    img: ['src', 'alt', 'width', 'height'],
    font: ['color', 'face', 'size'],
    td: ['colspan', 'rowspan'],
    th: ['colspan', 'rowspan'],
    meta: ['http-equiv', 'content'],
  },
  allowedSchemes: ['http', 'https', 'mailto', 'cid', 'tel'],
};

/** What Exchange keeps of a body: text as it is, HTML without scripts, handlers, frames and forms. */
export function cleanBody(body: ItemBody): ItemBody {
  if (body.contentType === 'text') return body;
  return { contentType: 'html', content: sanitizeHtml(body.content, clean) };
}
