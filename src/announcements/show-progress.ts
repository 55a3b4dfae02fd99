import { backoff } from '../conversations/backoff.ts';
import type { Announcement } from './announcement.ts';
import type { AnnouncementParts } from './announcement-parts.ts';
import type { CardWork } from './ports/announcement-store.ts';

/** Counts are shown at most this often, in milliseconds. */
const between = 5_000;
/** So many failures in a row, about a day with the longest pauses, and it is not tried again before its state changes. */
const mostFailures = 300;

/** Shows the sender how far it is, unless the card says so already. */
export async function showProgress(work: CardWork, parts: AnnouncementParts): Promise<void> {
  const { store, messages, holder, log, random } = parts;
  const { announcement, activityId, news, failures } = work;
  const settle = (card: { activityId?: string; shown?: string; failures: number }, dueInMs?: number) =>
    store.settleCard(announcement.id, { ...card, news }, dueInMs, holder);
  const shown = showing(announcement);
  const next = isMoving(work) ? between : undefined;
  if (announcement.forgotten === true || shown === work.shown) {
    await settle({ failures: 0 }, announcement.forgotten === true ? undefined : next);
    return;
  }
  try {
    const answer = await messages.showProgress(announcement, activityId);
    if (answer.kind === 'gone') await settle({ failures: 0 });
    else await settle({ activityId: answer.activityId, shown, failures: 0 }, next);
  } catch (error) {
    log.warn({ tenant: announcement.place.tenantId, error }, 'a progress card could not be shown yet');
    const dueInMs = failures + 1 < mostFailures ? backoff(failures, random) : undefined;
    await settle({ failures: failures + 1 }, dueInMs);
  }
}

/** What of an announcement its card shows. */
function showing({ state, reason, counts }: Announcement): string {
  return JSON.stringify([state, reason?.code ?? '', counts]);
}

/** Whether its counts change without anybody's order: while it is told, and as long as something is on its way. */
function isMoving({ announcement: { state }, inFlight }: CardWork): boolean {
  return state === 'gathering' || state === 'sending' || inFlight > 0;
}
