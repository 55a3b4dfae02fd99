import { carryOut } from './carry-out.ts';
import type { CarryOutParts } from './carry-out-parts.ts';
import { contentHash } from './content-hash.ts';
import { newRequest, type Wish } from './new-request.ts';
import type { Person } from './person.ts';
import type { Background } from './ports/background.ts';
import type { Ids } from './ports/ids.ts';
import type { Receipts } from './ports/receipts.ts';
import type { Timer } from './ports/timer.ts';
import type { ConversationRequest } from './request.ts';
import { createShowReceipt } from './show-receipt.ts';

export interface ConversationsParts extends CarryOutParts {
  receipts: Receipts;
  ids: Ids;
  timer: Timer;
  background: Background;
  /** How long a turn waits for the truth before the receipt says "working", in milliseconds. */
  patience: number;
}

/** What became of a wish by the time its turn should end. */
export interface Started {
  request: ConversationRequest;
  /** False when the same source was seen before: this is the request of then. */
  first: boolean;
  /** False when that request holds another text than this wish. */
  sameContent: boolean;
}

export interface Conversations {
  /**
   * Stores a wish and carries it out, once for each source key. Answers when the truth is known or patience ends; the
   * rest goes on by itself. The receipt is shown either way.
   */
  start(wish: Wish): Promise<Started>;
  /** The request that an earlier delivery of the same source made. */
  findBySource(sourceKey: string): Promise<ConversationRequest | undefined>;
  find(id: string): Promise<ConversationRequest | undefined>;
  /** Goes on with everything that waited for this person to sign in. */
  resume(person: Person): Promise<void>;
  /** Takes due requests as far as they go; answers how many there were. */
  workDue(): Promise<number>;
}

/** How many due rows one instance takes at once. */
const batch = 20;

export function createConversations(parts: ConversationsParts): Conversations {
  const { ledger, holder, clock, ids, background } = parts;
  const showReceipt = createShowReceipt(parts);

  async function finish(request: ConversationRequest): Promise<ConversationRequest> {
    const carried = await carryOut(request, parts);
    await showReceipt(carried);
    return carried;
  }

  return {
    async start(wish) {
      const { request, first } = await ledger.accept(newRequest(wish, ids.hex(), clock.now()), holder);
      if (!first) {
        return { request, first, sameContent: request.contentHash === contentHash(wish.content) };
      }
      const finished = finish(request);
      const answered = await inTime(finished, parts);
      if (answered === undefined) {
        background.run('carry out', () => finished);
        await showReceipt(request);
      }
      return { request: answered ?? (await ledger.find(request.id)) ?? request, first, sameContent: true };
    },

    findBySource: (sourceKey) => ledger.findBySource(sourceKey),
    find: (id) => ledger.find(id),

    async resume(person) {
      for (const { id } of await ledger.waitingForSignIn(person)) {
        const request = await ledger.take(id, holder);
        if (request?.waitingFor === 'sign-in') await finish(request);
        else if (request !== undefined) await ledger.release(id, holder);
      }
    },

    async workDue() {
      const due = await ledger.takeDue(holder, batch);
      await Promise.all(due.map(finish));
      return due.length;
    },
  };
}

async function inTime<T>(work: Promise<T>, { timer, patience }: ConversationsParts): Promise<T | undefined> {
  const answered = new AbortController();
  try {
    return await Promise.race([work, timer.wait(patience, answered.signal).then(() => undefined)]);
  } finally {
    answered.abort();
  }
}
