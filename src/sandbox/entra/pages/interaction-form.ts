import { escapeHtml } from './escape-html.ts';

/** A form that goes on with an interaction; `content` is HTML with its buttons. */
export function interactionForm(interaction: string, content: string): string {
  return `<form method="post"><input type="hidden" name="interaction" value="${escapeHtml(interaction)}">${content}</form>`;
}
