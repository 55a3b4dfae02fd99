import { backoff } from '../conversations/backoff.ts';
import type { UncountedAnnouncement } from './announcement.ts';
import type { AnnouncementParts } from './announcement-parts.ts';
import type { MessageOutcome } from './ports/announcement-messages.ts';
import type { TakenReceiver } from './ports/announcement-store.ts';
import { tenantOf } from './tenant-of.ts';
import { writeDown } from './write-down.ts';

/** What became of telling one receiver; `back`: nothing was sent, and it is tried again after that time. */
export type Told =
  | { readonly id: string; readonly kind: 'done' }
  | { readonly id: string; readonly kind: 'back'; readonly inMs: number };

/** Longest wait that a chat may ask for, in milliseconds. */
const longest = 3_600_000;
/** Who could not be sent anything for so long, and so often, is given up. */
const givenUpAfterMs = 24 * 3_600_000;
const givenUpAfterTries = 8;

/** Tells one receiver who was committed to, and writes what became of it unless it is to be tried again. */
export async function tellReceiver(
  receiver: TakenReceiver,
  announcement: UncountedAnnouncement,
  parts: AnnouncementParts,
): Promise<Told> {
  const { store, holder, log, random } = parts;
  const { id, tries, triedForMs } = receiver;
  type Outcome = Parameters<typeof store.finishReceiver>[1];
  const finish = async (end: Outcome): Promise<Told> => {
    await writeDown(() => store.finishReceiver(announcement.id, end, holder), parts);
    return { id, kind: 'done' };
  };
  const outcome = await send({ id }, announcement, parts);
  const tenant = tenantOf(announcement.sender);
  switch (outcome.kind) {
    case 'delivered':
      return finish({ id, state: 'delivered' });
    case 'unconfirmed':
      log.warn({ tenant, state: 'unconfirmed' }, 'one of many may not have been told');
      return finish({ id, state: 'unconfirmed' });
    case 'unreachable':
      return finish({ id, state: 'unreachable', why: outcome.reason });
    case 'retry':
      if (triedForMs > givenUpAfterMs && tries >= givenUpAfterTries) {
        return finish({ id, state: 'unreachable', why: 'not-in-time' });
      }
      return { id, kind: 'back', inMs: Math.min(longest, outcome.afterMs ?? backoff(tries, random)) };
  }
}

async function send(
  receiver: { id: string },
  announcement: UncountedAnnouncement,
  { messages, log }: AnnouncementParts,
): Promise<MessageOutcome> {
  try {
    return await messages.tell(receiver, announcement);
  } catch (error) {
    log.error({ kind: announcement.content.kind, error }, 'telling one of many failed');
    return { kind: 'unconfirmed' };
  }
}
