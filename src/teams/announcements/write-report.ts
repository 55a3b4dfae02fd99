import { setImmediate } from 'node:timers/promises';
import type { Announcements } from '../../announcements/announcements.ts';
import { csvLine } from '../../announcements/csv-line.ts';
import type { Receiver } from '../../announcements/receiver.ts';
import type { Texts } from '../texts/texts.ts';
import { writeCsv } from './write-csv.ts';

/** So many receivers are read at once. */
const page = 1_000;

/**
 * Who was told and who was not, one line each, in the words of the person's language: the bytes of a CSV file, part by part, so
 * that no more than a page of receivers is in memory however many there are.
 */
export async function* writeReport(
  id: string,
  receivers: Announcements['receivers'],
  texts: Texts,
): AsyncGenerator<Buffer> {
  yield writeCsv([texts.announcement.report.columns]);
  let after: string | undefined;
  for (;;) {
    const some = await receivers(id, { ...(after !== undefined && { after }), limit: page });
    yield Buffer.from(some.map((each) => lineOf(each, texts)).join(''));
    after = some.at(-1)?.id;
    if (after === undefined || some.length < page) return;
    // A database in the same process answers at once, and nobody else would get a turn until the last page.
    await setImmediate();
  }
}

function lineOf(
  { name = '', id, state, why, doneAt }: Receiver,
  { announcement: { report, why: reasons } }: Texts,
): string {
  const cells = [name, id, report.states[state], why === undefined ? '' : reasons[why]];
  return csvLine([...cells, doneAt?.toISOString() ?? '']);
}
