import type { CommandProblem } from './command.ts';
import type { ReferenceMistake } from './parse-group.ts';
import { wordsAround } from './words-around.ts';

/**
 * What is wrong with a command that takes one reference.
 *
 * @param read reads a reference of this command
 * @param where.from where what is said behind the command begins in the text
 */
export function findFewWordsProblem(
  text: string,
  read: (said: string) => { readonly mistake?: ReferenceMistake },
  { word, from, said }: { word: string; from: number; said: string },
): CommandProblem | undefined {
  const { mistake } = read(said);
  if (mistake === undefined) return undefined;
  const right = read(mistake.right).mistake === undefined ? mistake.right : '"Group"';
  const at = from + mistake.at;
  const near =
    mistake.code === 'quote-not-closed'
      ? text
          .slice(at, at + 20)
          .trimEnd()
          .toWellFormed()
      : wordsAround(text, at);
  return {
    ...{ code: mistake.code, at, example: `${word} ${right}` },
    details: { near, ...(mistake.word !== undefined && { word: mistake.word }) },
  };
}
