import type { Ledger } from '../../../src/conversations/ports/ledger.ts';
import type { ConversationRequest } from '../../../src/conversations/request.ts';

/** A ledger in memory with the same rules as the stored one, except that holds never end by themselves. */
export function memoryLedger(now: () => Date) {
  const rows = new Map<string, ConversationRequest>();
  const holds = new Map<string, string>();
  const free = (id: string, holder?: string) => !holds.has(id) || holds.get(id) === holder;
  const bySource = (key: string) => [...rows.values()].find(({ sourceKey }) => sourceKey === key);
  const history: ConversationRequest[] = [];
  const ledger: Ledger = {
    accept: async (request, holder) => {
      const earlier = bySource(request.sourceKey);
      if (earlier !== undefined) return { request: earlier, first: false };
      rows.set(request.id, request);
      history.push(request);
      holds.set(request.id, holder);
      return { request, first: true };
    },
    find: async (id) => rows.get(id),
    findBySource: async (key) => bySource(key),
    take: async (id, holder) => {
      if (!free(id)) return undefined;
      holds.set(id, holder);
      return rows.get(id);
    },
    takeDue: async (holder, limit) => {
      const due = [...rows.values()].filter(
        ({ id, dueAt }) => free(id) && dueAt !== undefined && dueAt <= now(),
      );
      const taken = due.slice(0, limit);
      for (const { id } of taken) holds.set(id, holder);
      return taken;
    },
    write: async (request, holder) => {
      const stored = rows.get(request.id);
      if (stored?.version !== request.version || !free(request.id, holder)) return undefined;
      const { receipt: _, ...changes } = request;
      const written = {
        ...changes,
        ...(stored.receipt !== undefined && { receipt: stored.receipt }),
        version: request.version + 1,
      };
      rows.set(request.id, written);
      history.push(written);
      return written;
    },
    release: async (id, holder) => {
      if (holds.get(id) === holder) holds.delete(id);
    },
    waitingForSignIn: async (person) =>
      [...rows.values()].filter(
        ({ author, waitingFor }) =>
          waitingFor === 'sign-in' &&
          author.tenantId === person.tenantId &&
          author.objectId === person.objectId,
      ),
    receiptShown: async (id, receipt) => {
      const stored = rows.get(id);
      if (stored !== undefined && (stored.receipt?.version ?? -1) <= receipt.version)
        rows.set(id, { ...stored, receipt });
    },
  };
  return { ledger, rows, holds, history };
}
