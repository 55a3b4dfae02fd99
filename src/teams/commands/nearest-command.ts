import { distance } from 'fastest-levenshtein';

import type { CommandName } from './command-name.ts';
import { commandTable } from './command-table.ts';

const longestWord = 12;

/**
 * The command that was probably meant by the first words of a text: one letter wrong, two neighbours swapped, or two
 * letters wrong in a long word, or a word of another language for it. Undefined when nothing is that near.
 */
export function nearestCommand(text: string): CommandName | undefined {
  // Far more than the longest command, so that a long text costs nothing.
  const typed =
    text
      .slice(0, 80)
      .replace(/&nbsp;/g, ' ')
      .toLowerCase()
      .match(/[^\s/:：,.!]+/g) ?? [];
  const meant = commandTable.find(({ meantBy = [] }) =>
    meantBy.some((words) => typed.slice(0, words.split(' ').length).join(' ') === words),
  );
  if (meant !== undefined) return meant.name;
  let best: { name: CommandName; off: number } | undefined;
  // Of two that are equally near, the one that accounts for more of what was typed.
  for (const { name, words } of commandTable) {
    for (const word of words) {
      const meant = typed.slice(0, word.split(' ').length).join(' ');
      if (word.length < 3 || meant.length > longestWord) continue;
      const off = distance(meant, word) - word.length / 100;
      if (isNear(meant, word, off) && (best === undefined || off < best.off)) best = { name, off };
    }
  }
  return best?.name;
}

function isNear(meant: string, word: string, off: number): boolean {
  if (off <= 1) return true;
  return off <= 2 && (word.length >= 6 || sortLetters(meant) === sortLetters(word));
}

function sortLetters(word: string): string {
  return word.split('').sort().join('');
}
