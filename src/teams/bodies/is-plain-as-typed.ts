import type { Draft } from '../../conversations/ports/forms.ts';

/** Whether the text of a form came in plain and is as it came; clients have line breaks of their own. */
export function isPlainAsTyped({ body, plainBody }: Pick<Draft, 'body' | 'plainBody'>): boolean {
  if (plainBody === undefined) return false;
  return body === plainBody || withPlainBreaks(body) === withPlainBreaks(plainBody);
}

function withPlainBreaks(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
