import type { Person } from '../../../src/conversations/person.ts';
import type { FollowUpWork } from '../../../src/conversations/ports/follow-up-work.ts';
import type { Ledger } from '../../../src/conversations/ports/ledger.ts';
import type { ConversationRequest, RequestState } from '../../../src/conversations/request.ts';
import { isPlanned } from '../../../src/conversations/schedule/is-planned.ts';
import { memoryDue } from './memory-due.ts';

const unsettled: readonly RequestState[] = ['accepted', 'sending', 'waiting', 'unknown'];

/** A ledger in memory with the same rules as the stored one, except that holds never end by themselves. */
export function memoryLedger(now: () => Date, { receiptGraceMs = 5_000 } = {}) {
  const rows = new Map<string, ConversationRequest>();
  /** When each request's receipt is due, and how often showing it failed in a row. */
  const receipts = new Map<string, { dueAt: Date | undefined; failures: number }>();
  /** When what follows a created request is due, and how often it failed; undefined once it is done or given up. */
  const following = new Map<string, { dueAt: Date | undefined; failures: number }>();
  const claims = new Map<string, string>();
  const history: ConversationRequest[] = [];
  const requestsDue = memoryDue(now, () => [...rows].map(([id, { dueAt }]) => ({ id, dueAt })));
  const receiptsDue = memoryDue(now, () => [...receipts].map(([id, { dueAt }]) => ({ id, dueAt })));
  const followUpsDue = memoryDue(now, () => [...following].map(([id, { dueAt }]) => ({ id, dueAt })));
  const { holds } = requestsDue;

  /** Which request a source key was answered with, where it made none of its own. */
  const repeats = new Map<string, string>();
  const bySource = (key: string) =>
    [...rows.values()].find(({ sourceKey }) => sourceKey === key) ?? rows.get(repeats.get(key) ?? '');
  const open = (person: Person) =>
    of(person).filter(({ state }) => [...unsettled, 'refused'].includes(state));
  const of = (person: Person) =>
    [...rows.values()].filter(
      ({ author }) => author.tenantId === person.tenantId && author.objectId === person.objectId,
    );
  const all = (ids: readonly string[]) => ids.map((id) => rows.get(id)!);
  const after = (milliseconds: number) => new Date(now().getTime() + milliseconds);

  const put = (request: ConversationRequest) => {
    rows.set(request.id, request);
    history.push(request);
    const shown = request.receipt?.version;
    const dueAt = shown !== undefined && shown >= request.version ? undefined : after(receiptGraceMs);
    receipts.set(request.id, { dueAt, failures: receipts.get(request.id)?.failures ?? 0 });
    if (request.state === 'created' && !following.has(request.id))
      following.set(request.id, { dueAt: after(receiptGraceMs), failures: 0 });
    return request;
  };
  const write = (request: ConversationRequest) => {
    const stored = rows.get(request.id);
    if (stored?.version !== request.version) return undefined;
    const { sourceKey, contentHash, author, kind, createdAt, receipt } = stored;
    const kept = { sourceKey, contentHash, author, kind, createdAt, receipt };
    return put(given({ ...request, ...kept, version: request.version + 1 }));
  };

  const ledger: Ledger = {
    accept: async (request, holder, { similarSince, replaces } = {}) => {
      const earlier = bySource(request.sourceKey);
      if (earlier !== undefined)
        return { request: earlier, first: false, similar: earlier.sourceKey !== request.sourceKey };
      const alike =
        similarSince && newestFirst(of(request.author)).find((one) => isAlike(one, request, similarSince));
      if (alike !== undefined) {
        repeats.set(request.sourceKey, alike.id);
        return { request: alike, first: false, similar: true };
      }
      if (rows.has(request.id)) throw new Error('there is a request with this id');
      if (replaces !== undefined && write(replaces) === undefined)
        return { request: rows.get(replaces.id)!, first: false, similar: false, notReplaced: true };
      holds.set(request.id, holder);
      return { request: put(given(request)), first: true, similar: false };
    },
    find: async (id) => rows.get(id),
    findBySource: async (key) => bySource(key),
    take: async (id, holder) => (requestsDue.take(id, holder) ? rows.get(id) : undefined),
    takeDue: async (holder, limit) => all(requestsDue.takeDue(holder, limit)),
    write: async (request, holder) => {
      const held = holds.get(request.id);
      return held === undefined || held === holder ? write(request) : undefined;
    },
    writeOver: async (request) => write(request),
    release: async (id, holder) => requestsDue.release(id, holder),
    wakeSignedIn: async (person) => {
      for (const request of of(person))
        if (request.waitingFor === 'sign-in') rows.set(request.id, { ...request, dueAt: now() });
    },
    waitingForSignIn: async (person) =>
      newestFirst(of(person).filter(({ waitingFor }) => waitingFor === 'sign-in')).toReversed(),
    openOf: async (person, limit) =>
      newestFirst(open(person))
        .toSorted((a, b) => urgency(a) - urgency(b))
        .slice(0, limit),
    countOpen: async (person) => open(person).length,
    createdSince: async ({ conversationId, threadId }, since) =>
      [...rows.values()].some(
        ({ created, attemptedAt, updatedAt }) =>
          (attemptedAt ?? updatedAt) >= since &&
          ((conversationId !== undefined && created?.conversationId === conversationId) ||
            (threadId !== undefined && created?.threadId === threadId)),
      ),
    claim: async ({ groupId, threadId, postId }, requestId) => {
      const post = JSON.stringify([groupId, threadId, postId]);
      if (!claims.has(post)) claims.set(post, requestId);
      return claims.get(post) === requestId;
    },

    takeReceipt: async (id, holder) => (receiptsDue.take(id, holder) ? rows.get(id) : undefined),
    takeDueReceipts: async (holder, limit) => all(receiptsDue.takeDue(holder, limit)),
    receiptShown: async (id, receipt, holder) => {
      const stored = rows.get(id);
      const due = receipts.get(id);
      if (stored === undefined || due === undefined) return;
      const newer = (stored.receipt?.version ?? receipt.version) <= receipt.version;
      if (newer) rows.set(id, { ...stored, receipt });
      const behind = stored.version > receipt.version ? (due.dueAt ?? now()) : undefined;
      receipts.set(id, { dueAt: newer ? behind : due.dueAt, failures: 0 });
      receiptsDue.release(id, holder);
    },
    receiptFailed: async (id, holder, retryInMs) => {
      const due = receipts.get(id);
      if (due === undefined || (receiptsDue.holds.get(id) ?? holder) !== holder) return;
      receipts.set(id, {
        dueAt: retryInMs === undefined ? undefined : after(retryInMs),
        failures: due.failures + 1,
      });
      receiptsDue.release(id, holder);
    },
    receiptFailures: async (id) => receipts.get(id)?.failures ?? 0,
    dueCounts: async () => [
      { kind: 'requests', ...requestsDue.count() },
      { kind: 'receipts', ...receiptsDue.count() },
    ],
  };
  const followUpEnded = async (id: string, _: string, retryInMs?: number): Promise<void> => {
    const failures = (following.get(id)?.failures ?? 0) + 1;
    following.set(id, { dueAt: retryInMs === undefined ? undefined : after(retryInMs), failures });
    followUpsDue.release(id, followUpsDue.holds.get(id) ?? '');
  };
  const followUps: FollowUpWork = {
    take: async (id, holder) =>
      following.get(id)?.dueAt !== undefined && followUpsDue.take(id, holder) ? rows.get(id) : undefined,
    takeDue: async (holder, limit) => all(followUpsDue.takeDue(holder, limit)),
    done: followUpEnded,
    failed: followUpEnded,
    failures: async (id) => following.get(id)?.failures ?? 0,
    dueCount: async () => ({ kind: 'follow-ups', ...followUpsDue.count() }),
  };
  const receiptHolds = receiptsDue.holds;
  return { ledger, followUps, rows, holds, history, receipts, receiptHolds, following, claims };
}

/** Without what is undefined, as it comes back from a store. */
function given<Value extends object>(value: Value): Value {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as Value;
}

function isAlike(stored: ConversationRequest, request: ConversationRequest, since: Date): boolean {
  const recent = stored.createdAt >= since && stored.state !== 'refused' && stored.state !== 'discarded';
  return stored.contentHash === request.contentHash && (unsettled.includes(stored.state) || recent);
}

function urgency(request: ConversationRequest): number {
  if (request.state === 'refused') return 2;
  return isPlanned(request) ? 1 : 0;
}

function newestFirst(requests: readonly ConversationRequest[]): ConversationRequest[] {
  return requests.toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime() || (a.id < b.id ? 1 : -1));
}
