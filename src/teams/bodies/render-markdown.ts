import MarkdownIt from 'markdown-it';
import type { Body } from '../../conversations/request.ts';
import { sanitizeBody } from './sanitize-body.ts';

/**
 * Markdown as people type it: a line break is one, addresses become links, HTML is text. Left out is what people type
 * without meaning it: a line of dashes that makes a heading of the line above, spaces that make code, and pictures, which
 * could only be fetched from elsewhere.
 */
const markdown = new MarkdownIt('default', { html: false, linkify: true, breaks: true }).disable([
  'lheading',
  'code',
  'image',
]);

/** Tokens of a text in paragraphs. */
const plain = new Set(['paragraph_open', 'paragraph_close', 'inline', 'text', 'text_special', 'softbreak']);

/** What a form's text becomes when it is posted: HTML when Markdown changes it, otherwise exactly what was typed. */
export function renderMarkdown(typed: string): Body {
  const tokens = markdown.parse(typed, {});
  if (isPlain(tokens) && isPlain(markdown.parse(withoutEscapes(typed), {})))
    return { contentType: 'text', content: typed };
  const html = sanitizeBody(markdown.renderer.render(tokens, markdown.options, {}));
  return { contentType: 'html', content: html };
}

/** A backslash is an escape only where it keeps something from being Markdown, and not in `C:\*.txt`. */
export function withoutEscapes(typed: string): string {
  return typed.replace(/\\([!-/:-@[-`{-~])/g, '$1');
}

function isPlain(tokens: ReturnType<typeof markdown.parse>): boolean {
  return (
    tokens
      .flatMap((token) => [token, ...(token.children ?? [])])
      // Outlook finds addresses in plain text by itself.
      .every(({ type, markup }) => plain.has(type) || markup === 'linkify')
  );
}
