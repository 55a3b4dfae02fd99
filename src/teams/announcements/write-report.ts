import type { Announcements } from '../../announcements/announcements.ts';
import type { Texts } from '../texts/texts.ts';
import { allReceivers } from './all-receivers.ts';
import { writeCsv } from './write-csv.ts';

/** Who was told and who was not, one line each, in the words of the person's language. */
export async function writeReport(
  id: string,
  receivers: Announcements['receivers'],
  { announcement: { report, why: reasons } }: Texts,
): Promise<Buffer> {
  const rows: (readonly string[])[] = [report.columns];
  for await (const { name = '', id: receiver, state, why, doneAt } of allReceivers(id, receivers))
    rows.push([
      name,
      receiver,
      report.states[state],
      why === undefined ? '' : reasons[why],
      doneAt?.toISOString() ?? '',
    ]);
  return writeCsv(rows);
}
