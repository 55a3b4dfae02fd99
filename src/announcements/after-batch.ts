import type { UncountedAnnouncement } from './announcement.ts';
import type { AnnouncementParts } from './announcement-parts.ts';
import type { Told } from './tell-receiver.ts';
import { writeDown } from './write-down.ts';

/** So many of a batch, and more than a quarter of it, are not put back for what is the matter with their own chats. */
const several = 4;
/** An announcement is put off for no longer than this, in milliseconds: then some are tried again. */
const longest = 60_000;

/**
 * Puts back who has to be tried again. When they are several, it is not about one chat: the pace of the tenant is used up, or
 * the channel takes nothing for now. Then the whole announcement waits, instead of each of its rows in turn.
 */
export async function afterBatch(
  { id }: UncountedAnnouncement,
  told: readonly Told[],
  parts: Pick<AnnouncementParts, 'store' | 'holder' | 'timer' | 'log' | 'random'>,
): Promise<void> {
  const { store, holder } = parts;
  const back = told.filter((each) => each.kind === 'back');
  if (back.length === 0) return;
  if (back.length >= several && back.length * 4 > told.length) {
    const soonest = Math.min(longest, ...back.map(({ inMs }) => inMs));
    await writeDown(() => store.putOffTelling(id, soonest), parts);
  }
  await writeDown(() => store.putReceiversBack(id, back, holder), parts);
}
