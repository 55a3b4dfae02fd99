import type { StorageBench } from '../storage/storage-bench.ts';
import { sampleRequest } from '../storage/sample-request.ts';
import { measure } from './measure.ts';
import type { Figure } from './print-table.ts';

/** Like the workers of due work. */
const batch = 10;
const atOnce = 8;

/**
 * What every turn costs the database: requests are accepted one after another and eight at a time, then all are taken as
 * due rows. The database keeps what was accepted when the machine fails, so a disk that is slow to confirm shows here.
 *
 * @param options.rows so many requests for each of the three, or fewer when the time is over before
 */
export async function benchStorage(
  bench: StorageBench,
  { rows, seconds }: { rows: number; seconds: number },
): Promise<{ figures: Figure[]; problems: string[] }> {
  const storage = await bench.open();
  try {
    let accepted = 0;
    const accept = (count: number) => async (): Promise<boolean> => {
      if (accepted >= count) return false;
      accepted += 1;
      const { request } = await storage.ledger.accept(sampleRequest(), 'bench');
      await storage.ledger.release(request.id, 'bench');
      return true;
    };
    const single = await measure({ seconds, atOnce: 1 }, accept(rows));
    const many = await measure({ seconds, atOnce }, accept(accepted + rows));
    const taken = new Set<string>();
    let twice = 0;
    let ended = false;
    const take = await measure({ seconds: 4 * seconds, atOnce: 1 }, async () => {
      const due = await storage.ledger.takeDue('bench', batch);
      twice += due.filter(({ id }) => taken.has(id)).length;
      for (const { id } of due) taken.add(id);
      ended = due.length < batch;
      return !ended;
    });
    const lost = ended ? accepted - taken.size : 0;
    const problems =
      lost === 0 && twice === 0
        ? []
        : [`of ${accepted} requests ${lost} were never due, ${twice} taken twice`];
    return {
      figures: [
        { name: 'accept and release a request', ...single },
        { name: `… ${atOnce} at once`, ...many },
        { name: `take due requests, ${batch} in one go`, ...take, size: batch },
      ],
      problems,
    };
  } finally {
    await storage.close();
  }
}
