import { errorTable, type ErrorCode } from '../../../src/conversations/errors/error-table.ts';
import type { CommandProblemCode } from '../../../src/teams/commands/command.ts';
import type { Texts } from '../../../src/teams/texts/texts.ts';

const commandProblems: readonly CommandProblemCode[] = ['quote-not-closed'];

/** Each word that a sentence can be filled with, standing for itself. */
const details = Object.fromEntries(
  [...JSON.stringify(errorTable).matchAll(/\{(\w+)\}/g), ['{near}', 'near']].map(
    ([braced = '', name = '']) => [name, braced],
  ),
);

/** Every sentence of a language by its place (`receipt.waitingUntil`), filled with `⟦1⟧`, `⟦2⟧` or the words' names. */
export function sentencesOf(texts: Texts): Map<string, string> {
  const rest = Object.entries(texts).filter(
    ([name]) => !['language', 'error', 'commandProblem'].includes(name),
  );
  const said = new Map(rest.flatMap(([name, value]) => flatten(name, value)));
  for (const code of Object.keys(errorTable) as ErrorCode[]) {
    const { says, next } = texts.error({ code, details });
    said.set(`error.${code}.says`, says).set(`error.${code}.next`, next);
  }
  for (const code of commandProblems)
    said.set(`commandProblem.${code}`, texts.commandProblem({ code, details }));
  return said;
}

/** The places in a sentence where something is filled in, sorted. */
export function filledIn(sentence: string): string[] {
  return [...sentence.matchAll(/⟦\d⟧|\{\w+\}/g)].map(([found]) => found).toSorted();
}

function flatten(path: string, value: unknown): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, filled(value as (...given: unknown[]) => unknown)]];
  return Object.entries(value as object).flatMap(([name, inner]) => flatten(`${path}.${name}`, inner));
}

/** Counts are told apart by their digits, because a language writes numbers in its own way. */
function filled(sentence: (...given: unknown[]) => unknown): string {
  const said = String(sentence(11_111, 22_222, 33_333));
  return said.replaceAll(/([1-3])\1\D?\1{3}/g, '⟦$1⟧');
}
