import { faultNames, operations, type FaultCase } from './fault-case.ts';

/** How many cases of each operation and fault passed, as lines of text. */
export function faultTable(results: readonly { each: FaultCase; passed: boolean }[]): string {
  const profiles = ['lenient', 'adverse'] as const;
  const columns = profiles.flatMap((profile) =>
    ([1, 2] as const).flatMap((instances) =>
      (['before', 'after'] as const).map((when) => ({ profile, instances, when })),
    ),
  );
  const row = (cells: readonly string[]) =>
    cells.map((cell, n) => (n < 2 ? cell.padEnd(14) : cell.padStart(17))).join('');
  const head = columns.map(({ profile, instances, when }) => `${profile} ${instances} ${when}`);
  const lines = [row(['operation', 'fault', ...head, 'all'])];
  for (const operation of operations) {
    for (const fault of faultNames) {
      const here = results.filter(({ each }) => each.operation === operation && each.fault === fault);
      const cells = columns.map((column) =>
        ratio(
          here.filter(
            ({ each }) =>
              each.profile === column.profile &&
              each.instances === column.instances &&
              each.when === column.when,
          ),
        ),
      );
      if (here.length > 0) lines.push(row([operation, fault, ...cells, ratio(here)]));
    }
  }
  return lines.join('\n');
}

function ratio(results: readonly { passed: boolean }[]): string {
  if (results.length === 0) return '-';
  return `${results.filter(({ passed }) => passed).length}/${results.length}`;
}
