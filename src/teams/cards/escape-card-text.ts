import { cutText } from './cut-text.ts';
import { disarmFunctions } from './disarm-functions.ts';
import { isolateText } from './isolate-text.ts';

const joiner = '\u2060';

/**
 * Text from people and tenants for the places where no text run can stand: choice titles, placeholders, fallback
 * texts, message lines. Some clients read Markdown there and others show it plainly, so nothing is escaped with a
 * backslash: what could be read as markup is replaced by what looks the same (`*`, `<`, backtick, `[`) or loses its
 * effect by a word joiner (U+2060) next to it. Line breaks become spaces; the result is cut and isolated.
 *
 * @param limit longest text in code points, 100 unless told
 */
export function escapeCardText(text: string, { limit = 100 }: { limit?: number } = {}): string {
  const oneLine = text.replace(/[\p{Cc}\u2028\u2029]+|&nbsp;/gu, ' ').trim();
  const plain = disarmFunctions(cutText(oneLine, limit))
    .replaceAll('*', '\u2217')
    .replaceAll('`', '\u02cb')
    .replaceAll('<', '\u2039')
    .replaceAll('>', '\u203a')
    .replaceAll('[', '\u2768')
    .replaceAll(']', '\u2769')
    .replace(/[_~\\&|^=]/g, `${joiner}$&${joiner}`)
    .replace(/:(?=\/)|www(?=\.)/gi, `$&${joiner}`);
  // In front of everything, so that `#`, `-` or `1.` begin no heading and no list.
  return isolateText(joiner + plain);
}
