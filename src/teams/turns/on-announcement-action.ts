import type { AnnouncementOrder } from '../../announcements/announcements.ts';
import { buildProgress } from '../announcements/build-progress.ts';
import { offerReport } from '../announcements/offer-report.ts';
import { cardVerbs } from '../cards/card-verbs.ts';
import type { ActionAnswer } from './action-answer.ts';
import type { TeamsParts } from './teams-parts.ts';
import type { Turn } from './turn.ts';

const orders: Readonly<Partial<Record<string, AnnouncementOrder>>> = {
  [cardVerbs.pauseAnnouncement]: 'pause',
  [cardVerbs.resumeAnnouncement]: 'resume',
  [cardVerbs.stopAnnouncement]: 'stop',
};

/**
 * A button of a progress card: only what its sender presses counts, whoever else sees it.
 *
 * @returns undefined when the verb is none of these
 */
export async function onAnnouncementAction(
  turn: Turn,
  verb: string,
  data: Readonly<Record<string, unknown>>,
  parts: TeamsParts,
): Promise<ActionAnswer | undefined> {
  const order = Object.hasOwn(orders, verb) ? orders[verb] : undefined;
  if (order === undefined && verb !== cardVerbs.exportAnnouncement) return undefined;
  const { announcements, texts } = parts;
  const id = typeof data['announcementId'] === 'string' ? data['announcementId'] : '';
  const sender = { kind: 'person', person: turn.author } as const;
  const announcement =
    order === undefined ? await announcements.find(id, sender) : await announcements.order(id, sender, order);
  if (announcement === undefined) return { kind: 'message', text: texts.announcement.notYours };
  if (order === undefined) {
    if (announcement.forgotten) return { kind: 'message', text: texts.forget.gone };
    return offerReport(turn, announcement, parts);
  }
  const shownIn = turn.place;
  const card = await buildProgress(announcement, announcements, { texts, own: true, shownIn });
  return { kind: 'card', card };
}
