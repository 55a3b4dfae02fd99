import type { TextRun } from './adaptive-card.ts';
import { cutText } from './cut-text.ts';
import { disarmFunctions } from './disarm-functions.ts';
import { isolateText } from './isolate-text.ts';

/**
 * Text from people and tenants, as it may stand in a card: a run shows Markdown, HTML and `<at>` as they are typed.
 *
 * @param limit longest text in code points, 500 unless told
 */
export function textRun(
  text: string,
  { limit = 500, ...look }: Omit<TextRun, 'type' | 'text'> & { limit?: number } = {},
): TextRun {
  return { type: 'TextRun', text: isolateText(disarmFunctions(cutText(text, limit))), ...look };
}
