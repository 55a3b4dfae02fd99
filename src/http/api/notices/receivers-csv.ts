import { csvLine } from '../../../announcements/csv-line.ts';
import type { Receiver } from '../../../announcements/receiver.ts';

/** Receivers as CSV, with a header line. */
export function receiversCsv(receivers: readonly Receiver[]): string {
  const lines = receivers.map(({ id, name, state, why, doneAt }) =>
    csvLine([id, name ?? '', state, why ?? '', doneAt?.toISOString() ?? '']),
  );
  return [csvLine(['id', 'name', 'state', 'why', 'doneAt']), ...lines].join('');
}
