import { backoff } from '../conversations/backoff.ts';
import type { Notice } from './notice.ts';
import type { NoticeOutcome } from './ports/notices.ts';
import type { PlaceWork } from './ports/watch-store.ts';
import type { WatchParts } from './watch-parts.ts';

/** Longest wait that a chat may ask for, in milliseconds. */
const longest = 3_600_000;

/**
 * Shows one notice at most once: that it is about to be shown is written before, and what nobody knows to have arrived is
 * not sent again.
 *
 * @returns after how many milliseconds it is to be shown again, if it is
 */
export async function showNotice(
  notice: Notice,
  { work, keys }: { work: PlaceWork; keys: readonly string[] },
  parts: WatchParts,
): Promise<{ retryInMs?: number }> {
  const { store, holder, log, random } = parts;
  const { tenantId: tenant, objectId: person } = notice.watcher;
  if (!(await store.beginItems(work.placeKey, keys, holder))) return { retryInMs: 0 };
  const outcome = await deliver(notice, parts);
  const fields = { tenant, person, kind: notice.kind, state: outcome.kind, count: keys.length };
  switch (outcome.kind) {
    case 'delivered':
      log.info(fields, 'a notice was shown');
      await store.finishItems(keys, 'delivered');
      return {};
    case 'unconfirmed':
      log.warn(fields, 'a notice may not have arrived');
      await store.finishItems(keys, 'unconfirmed');
      return {};
    case 'unreachable':
      log.warn({ ...fields, code: outcome.reason }, 'a notice has no chat to be shown in');
      await store.finishItems(keys, 'dropped');
      // What is wrong with one notice says nothing about the next one.
      if (outcome.reason === 'too-big' || outcome.reason === 'refused') return {};
      await store.pause(await store.atPlace(work.placeKey), 'unreachable', []);
      return { retryInMs: 0 };
    case 'retry':
      await store.finishItems(keys, 'pending');
      return { retryInMs: Math.min(longest, outcome.afterMs ?? backoff(work.failures, random)) };
  }
}

async function deliver(notice: Notice, { notices, log }: WatchParts): Promise<NoticeOutcome> {
  try {
    return await notices.deliver(notice);
  } catch (error) {
    log.error({ tenant: notice.watcher.tenantId, error }, 'showing a notice failed');
    return { kind: 'unconfirmed' };
  }
}
