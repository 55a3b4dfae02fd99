import type { Content } from '../../conversations/check-content.ts';
import type { Body } from '../../conversations/request.ts';
import type { postingFields } from './shapes/posting-fields.ts';
import type { z } from 'zod';

/** The same ways with rich text as in Teams. */
export interface RichText {
  /** Markdown as it is posted: HTML, or the text itself when there is no Markdown in it. */
  renderMarkdown(text: string): Body;
  /** HTML reduced to what may be posted. */
  sanitizeBody(html: string): string;
  /** That HTML as Markdown, which is what a form can show of it. */
  writeMarkdown(html: string): { readonly text: string };
}

/** What is posted of a body, and what a form shows of it. */
export function richContent(
  { contentType, content }: z.output<typeof postingFields.body>,
  rich: RichText,
): Pick<Content, 'body' | 'html'> {
  switch (contentType) {
    case 'text':
      return { body: content };
    case 'markdown': {
      const body = rich.renderMarkdown(content);
      return { body: content, ...(body.contentType === 'html' && { html: body.content }) };
    }
    case 'html': {
      const html = rich.sanitizeBody(content);
      return { body: rich.writeMarkdown(html).text, html };
    }
  }
}
