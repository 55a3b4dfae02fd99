import { Gauge, type Registry } from 'prom-client';
import type { DueCount } from '../../conversations/ports/ledger.ts';

/**
 * Due work by kind, counted when somebody asks: `kickoff_due_rows`, `kickoff_due_oldest_seconds`, `kickoff_held_rows`.
 * The numbers are the database's, so every instance reports the same.
 */
export function createDueGauges(registry: Registry, count: () => Promise<readonly DueCount[]>): void {
  const gauge = (name: string, help: string, read: (counts: DueCount) => number): Gauge<'kind'> =>
    new Gauge({
      name,
      help,
      labelNames: ['kind'],
      registers: [registry],
      async collect() {
        for (const counts of await count()) this.set({ kind: counts.kind }, read(counts));
      },
    });
  gauge('kickoff_due_rows', 'Rows that are due and that nobody works on.', ({ due }) => due);
  gauge('kickoff_held_rows', 'Rows that an instance works on now.', ({ held }) => held);
  gauge(
    'kickoff_due_oldest_seconds',
    'How long the oldest row has been due.',
    ({ oldestMs }) => oldestMs / 1000,
  );
}
