import { faultNames, operations, profileNames, type FaultCase } from './fault-case.ts';

interface Result {
  each: FaultCase;
  passed: boolean;
}

/** How many cases of each operation and fault passed, as lines of text: one block for each profile. */
export function faultTable(results: readonly Result[]): string {
  return profileNames
    .map((profile) => ({ profile, here: results.filter(({ each }) => each.profile === profile) }))
    .filter(({ here }) => here.length > 0)
    .map(({ profile, here }) => [`${profile} profile`, ...block(here)].join('\n'))
    .join('\n\n');
}

function block(results: readonly Result[]): string[] {
  const columns = ([1, 2] as const).flatMap((instances) =>
    (['before', 'after'] as const).map((when) => ({ instances, when })),
  );
  const head = columns.map(({ instances, when }) => `${instances === 1 ? 'one' : 'two'}, ${when}`);
  const lines = [row(['operation', 'fault', ...head, 'all'])];
  for (const operation of operations) {
    for (const fault of faultNames) {
      const here = results.filter(({ each }) => each.operation === operation && each.fault === fault);
      const cells = columns.map(({ instances, when }) =>
        ratio(here.filter(({ each }) => each.instances === instances && each.when === when)),
      );
      if (here.length > 0) lines.push(row([operation, fault, ...cells, ratio(here)]));
    }
  }
  return lines;
}

function row(cells: readonly string[]): string {
  return cells.map((cell, n) => (n < 2 ? cell.padEnd(14) : cell.padStart(13))).join('');
}

function ratio(results: readonly { passed: boolean }[]): string {
  if (results.length === 0) return '-';
  return `${results.filter(({ passed }) => passed).length}/${results.length}`;
}
