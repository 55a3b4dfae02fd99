import { escapeHtml } from './escape-html.ts';
import { pageStyle } from './page-style.ts';

/** A whole page around `content`, which is HTML. */
export function pageLayout(title: string, content: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title><style>${pageStyle}</style></head>
<body><main><h1>${escapeHtml(title)}</h1>${content}</main></body></html>`;
}
