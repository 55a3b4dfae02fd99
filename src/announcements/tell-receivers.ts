import { CodedError } from '../conversations/errors/coded-error.ts';
import type { DueWork } from '../conversations/work-due-rows.ts';
import { afterBatch } from './after-batch.ts';
import type { UncountedAnnouncement } from './announcement.ts';
import type { AnnouncementParts } from './announcement-parts.ts';
import type { TakenReceiver } from './ports/announcement-store.ts';
import { tellReceiver, type Told } from './tell-receiver.ts';

/** Messages that one instance has on their way at once; a kill leaves at most so many of which nobody knows. */
const lanes = 16;
/** As soon as so many of them are free, more receivers are taken: one that is slow holds up no other. */
const enough = lanes / 2;
/** Announcements that are told in turn. */
const atOnce = 8;
/** One that is due this soon is waited for, in milliseconds: at the pace of the limits it is a second at most. */
const soon = 500;
/** How long one waits that cannot be read with the configured keys, in milliseconds. */
const forKeys = 60_000;

/** Telling as due work: receivers are taken in batches, over all announcements that tell. */
export function createTelling(parts: AnnouncementParts): DueWork {
  const { store, holder, timer, background, log } = parts;
  const running = new Set<Promise<void>>();

  function tell(receivers: readonly TakenReceiver[], announcement: UncountedAnnouncement): void {
    const told = receivers.map((receiver) => {
      const one = tellReceiver(receiver, announcement, parts).catch((error: unknown): Told => {
        // Its row stays as it is, and is given up as lost; the others of the batch have nothing to do with it.
        log.error({ error }, 'what became of one of many could not be written');
        return { id: receiver.id, kind: 'done' };
      });
      const free = (): void => void running.delete(lane);
      const lane: Promise<void> = one.then(free, free);
      running.add(lane);
      return one;
    });
    background.run('tell many', async () => afterBatch(announcement, await Promise.all(told), parts));
  }

  /** One that no key opens waits, so that it stops no other. */
  async function readable(id: string): Promise<UncountedAnnouncement | undefined> {
    try {
      return await store.findUncounted(id);
    } catch (error) {
      if (!(error instanceof CodedError)) throw error;
      log.error({ code: error.code, error }, 'a notice to many cannot be read');
      await store.putOffTelling(id, forKeys);
      return undefined;
    }
  }

  /** @returns how many were taken of this announcement */
  async function tellSome(id: string, limit: number): Promise<number> {
    const announcement = await readable(id);
    if (announcement === undefined) return 0;
    const receivers = await store.takeReceivers(id, holder, limit);
    if (receivers.length > 0) tell(receivers, announcement);
    else if (await store.endIfTold(id)) log.info({ kind: 'announcement' }, 'everybody was told');
    return receivers.length;
  }

  return {
    async workDue() {
      const lost = await store.giveUpLost();
      if (lost > 0) log.warn({ count: lost }, 'notices may have been shown by an instance that died');
      while (running.size > lanes - enough) await Promise.race(running);
      const telling = await store.dueTelling({ withinMs: soon, limit: atOnce });
      const due = telling.filter(({ inMs }) => inMs <= 0);
      const each = Math.max(1, Math.floor((lanes - running.size) / Math.max(1, due.length)));
      let taken = 0;
      for (const { id } of due) taken += await tellSome(id, each);
      if (taken > 0) return taken;
      const next = telling.find(({ inMs }) => inMs > 0);
      const waitMs = next?.inMs ?? soon;
      if (running.size > 0) await Promise.race([...running, timer.wait(waitMs)]);
      else if (next === undefined) return 0;
      else await timer.wait(waitMs);
      return 1;
    },
  };
}
