import sanitizeHtml from 'sanitize-html';
import type { MailAttachment, MailBody } from './mailboxes-view.ts';

/** Kinds of pictures that a browser shows and in which nothing can run. */
const pictureTypes = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/bmp']);

/**
 * A mail body that the page may show: HTML without scripts, styles and pictures from elsewhere; links open apart, and
 * pictures that came with the mail (`cid:`) stand in it. Plain text is left as it is, the page shows it as text.
 */
export function cleanMailBody(
  { contentType, content }: MailBody,
  attachments: readonly MailAttachment[] = [],
): MailBody {
  if (contentType === 'text') return { contentType, content };
  const cleaned = sanitizeHtml(content, {
    allowedTags: [...sanitizeHtml.defaults.allowedTags, 'img'],
    allowedAttributes: {
      a: ['href', 'target', 'rel'],
      img: ['src', 'alt'],
      td: ['colspan', 'rowspan'],
      th: ['colspan', 'rowspan'],
    },
    allowedSchemes: ['http', 'https', 'mailto'],
    allowedSchemesByTag: { img: ['data'] },
    transformTags: {
      a: sanitizeHtml.simpleTransform('a', { target: '_blank', rel: 'noopener noreferrer' }),
      img: (tagName, { src = '', alt = '' }) => {
        const source = pictureIn(attachments, src);
        return { tagName, attribs: { ...(source !== undefined && { src: source }), alt } };
      },
    },
    exclusiveFilter: ({ tag, attribs }) => tag === 'img' && attribs['src'] === undefined,
  });
  return { contentType, content: cleaned };
}

function pictureIn(attachments: readonly MailAttachment[], source: string): string | undefined {
  const found = attachments.find(({ contentId }) => contentId !== undefined && source === `cid:${contentId}`);
  if (found?.contentBytes === undefined || !pictureTypes.has(found.contentType)) return undefined;
  return `data:${found.contentType};base64,${found.contentBytes}`;
}
