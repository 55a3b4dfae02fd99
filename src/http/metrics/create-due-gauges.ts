import { Gauge, type Registry } from 'prom-client';
import type { DueCount } from '../../conversations/ports/ledger.ts';

/**
 * Due work by kind, counted once when somebody asks: `kickoff_due_rows`, `kickoff_due_oldest_seconds`, `kickoff_held_rows`.
 * The numbers are the database's, so every instance reports the same. Where the database does not answer within
 * `deadlineMs`, they are left out and `kickoff_database_up` is 0: everything else is still told, which is when it is needed.
 */
export function createDueGauges(
  registry: Registry,
  count: () => Promise<readonly DueCount[]>,
  { deadlineMs = 4_000 } = {},
): void {
  let asked: Promise<readonly DueCount[] | undefined> | undefined;
  /** All gauges of one scrape are collected in the same turn of the event loop, and share one answer. */
  const counted = (): Promise<readonly DueCount[] | undefined> => {
    asked ??= inTime(count(), deadlineMs).finally(() => (asked = undefined));
    return asked;
  };
  const gauge = (name: string, help: string, read: (counts: DueCount) => number): Gauge<'kind'> =>
    new Gauge({
      name,
      help,
      labelNames: ['kind'],
      registers: [registry],
      async collect() {
        this.reset();
        for (const counts of (await counted()) ?? []) this.set({ kind: counts.kind }, read(counts));
      },
    });
  gauge('kickoff_due_rows', 'Rows that are due and that nobody works on.', ({ due }) => due);
  gauge('kickoff_held_rows', 'Rows that an instance works on now.', ({ held }) => held);
  gauge(
    'kickoff_due_oldest_seconds',
    'How long the oldest row has been due.',
    ({ oldestMs }) => oldestMs / 1000,
  );
  const up = new Gauge({
    name: 'kickoff_database_up',
    help: 'Whether the database has just answered (1) or not (0).',
    registers: [],
    async collect() {
      this.set((await counted()) === undefined ? 0 : 1);
    },
  });
  registry.registerMetric(up);
}

/** The answer; undefined when there is none, or none in time. */
async function inTime<Answer>(answer: Promise<Answer>, ms: number): Promise<Answer | undefined> {
  const late = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => late.resolve(undefined), ms);
  try {
    return await Promise.race([answer, late.promise]);
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}
