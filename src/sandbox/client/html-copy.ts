import { escapeHtml } from './escape-html.ts';

/**
 * The HTML copy that Teams attaches to a message: a paragraph for each line.
 *
 * @param html the text as it was formatted, where it was
 * @param mention name of the account that is mentioned in front, if any.
 */
export function htmlCopy(text: string, mention?: string, html?: string): string {
  const front =
    mention === undefined
      ? ''
      : `<span itemscope="" itemtype="http://schema.skype.com/Mention" itemid="0">${escapeHtml(mention)}</span>&nbsp;`;
  if (html !== undefined) return front === '' ? html : `<p>${front}</p>${html}`;
  return text
    .split(/\r\n|\r|\n/)
    .map((line, index) => `<p>${index === 0 ? front : ''}${escapeHtml(line) || '&nbsp;'}</p>`)
    .join('');
}
