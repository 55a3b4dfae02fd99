import type { Sender, UncountedAnnouncement } from './announcement.ts';
import { announcementHash } from './announcement-hash.ts';
import type { AnnouncementParts } from './announcement-parts.ts';
import type { Announcements } from './announcements.ts';
import { firstStanding } from './first-standing.ts';
import { gatherMembers } from './gather-members.ts';
import { sameSender } from './same-sender.ts';
import { showProgress } from './show-progress.ts';
import { createTelling } from './tell-receivers.ts';
import { transition } from './transition.ts';
import { withoutThread } from '../conversations/without-thread.ts';

/** How many groups, and how many cards, one instance works on at once. */
const batch = 5;
/** So many names are said of each kind of gap; the count says the rest. */
const named = 5;

/** Telling many, each at most once, on any number of instances. */
export function createAnnouncements(parts: AnnouncementParts): Announcements {
  const { store, clock, ids, holder } = parts;

  async function gathering(): Promise<number> {
    const due = await store.takeDueGathering(holder, batch);
    await Promise.all(due.map((work) => gatherMembers(work, parts)));
    return due.length;
  }

  async function cards(): Promise<number> {
    const due = await store.takeDueCards(holder, batch);
    await Promise.all(due.map((work) => showProgress(work, parts)));
    return due.length;
  }

  async function findOwn(id: string, sender: Sender): Promise<UncountedAnnouncement | undefined> {
    const found = await store.findUncounted(id);
    return found !== undefined && sameSender(found.sender, sender) ? found : undefined;
  }

  return {
    async start({ sourceKey, sender, content, audience, place, contentHash: typed }) {
      const now = clock.now();
      const contentHash = typed ?? announcementHash(content, audience);
      const { state, reason, receivers } = firstStanding(sender, audience);
      const { announcement, first } = await store.accept(
        {
          ...{ id: ids.hex(), sourceKey, contentHash, sender, content, audience, state },
          ...(reason !== undefined && { reason, endedAt: now }),
          ...(place !== undefined && { place }),
          ...{ createdAt: now, updatedAt: now },
        },
        receivers,
      );
      return { announcement, first, sameContent: announcement.contentHash === contentHash };
    },

    find: async (id, sender) => ((await findOwn(id, sender)) === undefined ? undefined : store.find(id)),
    findUncounted: findOwn,

    async findShownIn(id, { tenantId, chatId }) {
      const place = (await store.findUncounted(id))?.place;
      const isThere = place?.tenantId === tenantId && withoutThread(place.chatId) === chatId;
      return isThere ? store.find(id) : undefined;
    },

    findBySource: (sourceKey) => store.findBySource(sourceKey),

    async order(id, sender, order) {
      if ((await findOwn(id, sender)) === undefined) return undefined;
      await store.change(id, (was) => transition(was, { kind: order }));
      return store.find(id);
    },

    receivers: (id, options) => store.receivers(id, options),
    gaps: (id) => store.gaps(id, { named }),
    whyUnreachable: (id) => store.whyUnreachable(id),

    async signedIn({ tenantId, objectId }) {
      for (const id of await store.waitingFor({ tenantId, objectId })) {
        await store.change(id, (was) => transition(was, { kind: 'signed-in' }));
      }
    },

    work: [{ workDue: gathering }, createTelling(parts), { workDue: cards }],
  };
}
