import { setTimeout as wait } from 'node:timers/promises';
import type { PlacesAsked } from '../conversations/pace/share-places.ts';
import type { Log } from '../conversations/ports/log.ts';
import type { MessagePace } from '../conversations/ports/message-pace.ts';

/** How many places one transaction shares out at most: the rows and parameters of one statement stay few. */
const most = 200;

/** How long what is to be counted waits for more, in milliseconds. */
const gatherMs = 100;

interface Waiting {
  readonly chatId: string;
  readonly answer: (waitMs: number) => void;
  readonly fail: (error: unknown) => void;
}

/** What one tenant's messages ask for while a transaction is under way. */
interface Queue {
  waiting: Waiting[];
  gone: Map<string, number>;
  sharing: Promise<void> | undefined;
  gathering: boolean;
}

/**
 * Whoever asks while a transaction is under way goes with the next one, so that a tenant's lock is taken once for all of
 * them: a handful of places at a time, none of which is kept for later.
 *
 * @param share one transaction; answers the waits of those that ask for a place
 */
export function createPlaceQueues(
  share: (tenantId: string, asked: PlacesAsked) => Promise<number[]>,
  log: Log,
): MessagePace & { close(): Promise<void> } {
  const queues = new Map<string, Queue>();
  const closing = new AbortController();

  function queueOf(tenantId: string): Queue {
    const known = queues.get(tenantId);
    if (known !== undefined) return known;
    const queue: Queue = { waiting: [], gone: new Map(), sharing: undefined, gathering: false };
    queues.set(tenantId, queue);
    return queue;
  }

  function work(tenantId: string, queue: Queue): Promise<void> {
    queue.sharing ??= shareAll(tenantId, queue).finally(() => {
      queue.sharing = undefined;
      // Whatever came while the last one ended.
      if (queue.waiting.length > 0) void work(tenantId, queue);
      else if (queue.gone.size > 0) gather(tenantId, queue);
      else if (!queue.gathering) queues.delete(tenantId);
    });
    return queue.sharing;
  }

  async function shareAll(tenantId: string, queue: Queue): Promise<void> {
    while (queue.waiting.length > 0 || queue.gone.size > 0) {
      const waiting = queue.waiting.splice(0, most);
      const { gone } = queue;
      queue.gone = new Map();
      try {
        const waits = await share(tenantId, { waiting: waiting.map(({ chatId }) => chatId), gone });
        for (const [index, { answer }] of waiting.entries()) answer(waits[index] ?? gatherMs);
      } catch (error) {
        for (const { fail } of waiting) fail(error);
        if (gone.size > 0) log.warn({ tenant: tenantId, error }, 'messages that were sent are not counted');
      }
      // What only has to be counted gathers first.
      if (queue.waiting.length === 0) return;
    }
  }

  function gather(tenantId: string, queue: Queue): void {
    if (queue.gathering) return;
    queue.gathering = true;
    void wait(gatherMs, undefined, { ref: false, signal: closing.signal })
      .catch(() => {})
      .then(() => {
        queue.gathering = false;
        return work(tenantId, queue);
      });
  }

  return {
    take({ tenantId, chatId }) {
      const queue = queueOf(tenantId);
      const { promise, resolve, reject } = Promise.withResolvers<number>();
      queue.waiting.push({ chatId, answer: resolve, fail: reject });
      void work(tenantId, queue);
      return promise;
    },
    count({ tenantId, chatId }) {
      const queue = queueOf(tenantId);
      queue.gone.set(chatId, (queue.gone.get(chatId) ?? 0) + 1);
      // Else it goes with what is shared out anyway.
      if (queue.sharing === undefined) gather(tenantId, queue);
    },
    async close() {
      closing.abort();
      while (queues.size > 0)
        await Promise.all([...queues].map(([tenantId, queue]) => work(tenantId, queue)));
    },
  };
}
