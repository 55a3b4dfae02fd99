import type { Ledger } from './ports/ledger.ts';
import type { Log } from './ports/log.ts';
import type { Receipts } from './ports/receipts.ts';
import type { ConversationRequest } from './request.ts';

/**
 * A function that shows requests' receipts, one at a time for each request, and never an older state after a newer one.
 * A receipt that could not be shown is logged; the row still says that it is behind.
 */
export function createShowReceipt(parts: { ledger: Ledger; receipts: Receipts; log: Log }) {
  const turns = new Map<string, Promise<void>>();
  return function showReceipt(request: ConversationRequest): Promise<void> {
    const turn = (turns.get(request.id) ?? Promise.resolve())
      .then(() => showNewest(request.id, parts))
      .finally(() => {
        if (turns.get(request.id) === turn) turns.delete(request.id);
      });
    turns.set(request.id, turn);
    return turn;
  };
}

async function showNewest(
  id: string,
  { ledger, receipts, log }: { ledger: Ledger; receipts: Receipts; log: Log },
): Promise<void> {
  try {
    const request = await ledger.find(id);
    if (request === undefined || (request.receipt?.version ?? -1) >= request.version) return;
    const activityId = await receipts.show(request);
    await ledger.receiptShown(id, { activityId, version: request.version });
  } catch (error) {
    log.error({ request: id, error }, 'the receipt could not be shown');
  }
}
