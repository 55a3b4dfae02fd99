import sanitizeHtml from 'sanitize-html';
import type { MailBody } from './mailboxes-view.ts';

/**
 * A mail body that the page may show: HTML without scripts, styles and pictures from elsewhere; links open apart.
 * Plain text is left as it is, the page shows it as text.
 */
export function cleanMailBody({ contentType, content }: MailBody): MailBody {
  if (contentType === 'text') return { contentType, content };
  const cleaned = sanitizeHtml(content, {
    allowedTags: sanitizeHtml.defaults.allowedTags,
    allowedAttributes: {
      a: ['href', 'target', 'rel'],
      td: ['colspan', 'rowspan'],
      th: ['colspan', 'rowspan'],
    },
    allowedSchemes: ['http', 'https', 'mailto'],
    transformTags: { a: sanitizeHtml.simpleTransform('a', { target: '_blank', rel: 'noopener noreferrer' }) },
  });
  return { contentType, content: cleaned };
}
