import type { Measured } from './kill-after.ts';
import type { KillRound } from './kill-round.ts';

/** How many rounds of each scenario there were, and how long its undisturbed turn is, as lines of text. */
export function killTable(rounds: readonly KillRound[], measured: ReadonlyMap<string, Measured>): string {
  const row = (cells: readonly (string | number)[]) =>
    cells.map((cell, n) => (n === 0 ? String(cell).padEnd(14) : String(cell).padStart(12))).join('');
  return [
    row(['turn', 'touches', 'awaits', 'rounds', 'killed']),
    ...[...measured].map(([scenario, { touches, awaits }]) => {
      const here = rounds.filter((round) => round.scenario === scenario);
      return row([scenario, touches, awaits, here.length, here.filter(({ killed }) => killed).length]);
    }),
  ].join('\n');
}
