import { backoff } from './backoff.ts';
import type { Ledger } from './ports/ledger.ts';
import type { Log } from './ports/log.ts';
import type { Receipts } from './ports/receipts.ts';
import type { ConversationRequest } from './request.ts';

export interface ShowReceiptParts {
  ledger: Ledger;
  receipts: Receipts;
  log: Log;
  random: () => number;
  holder: string;
}

/** A receipt that cannot be shown is tried this often; then it waits until its request moves again. */
const tries = 12;

export interface ShowReceipt {
  /** Shows a request as it is by then, one at a time for each; never an older state after a newer one. Never throws. */
  show: (id: string) => Promise<void>;
  /** Receipts that are due, e.g. because whoever moved the request died: taken, and then shown one by one. */
  due: {
    take: (limit: number) => Promise<readonly ConversationRequest[]>;
    work: (request: ConversationRequest) => Promise<void>;
  };
}

/** Showing receipts is work of its own: it is held, retried and given up apart from the request. */
export function createShowReceipt(parts: ShowReceiptParts): ShowReceipt {
  const { ledger, holder } = parts;
  const turns = new Map<string, Promise<void>>();
  return {
    show(id) {
      const turn = (turns.get(id) ?? Promise.resolve())
        .then(async () => {
          const request = await ledger.takeReceipt(id, holder);
          return request === undefined ? undefined : showHeld(request, parts);
        })
        .catch((error: unknown) => parts.log.error({ request: id, error }, 'a receipt is left for later'))
        .finally(() => {
          if (turns.get(id) === turn) turns.delete(id);
        });
      turns.set(id, turn);
      return turn;
    },
    due: {
      take: (limit) => ledger.takeDueReceipts(holder, limit),
      work: (request) => showHeld(request, parts),
    },
  };
}

async function showHeld(request: ConversationRequest, parts: ShowReceiptParts): Promise<void> {
  const { ledger, receipts, log, random, holder } = parts;
  const { id, version, receipt, place } = request;
  // Without a place there is no chat that waits to hear of it.
  if (request.forgotten || place === undefined) return ledger.receiptFailed(id, holder, undefined);
  if (receipt !== undefined && receipt.version >= version) return ledger.receiptShown(id, receipt, holder);
  try {
    const shown = await receipts.show({ ...request, place });
    if (shown.kind === 'shown')
      return await ledger.receiptShown(id, { activityId: shown.activityId, version }, holder);
    log.warn({ request: id }, 'the receipt has no chat to be shown in any more');
    return await ledger.receiptFailed(id, holder, undefined);
  } catch (error) {
    const failed = await ledger.receiptFailures(id);
    log.error({ request: id, count: failed, error }, 'the receipt could not be shown');
    return ledger.receiptFailed(id, holder, failed >= tries ? undefined : backoff(failed, random));
  }
}
