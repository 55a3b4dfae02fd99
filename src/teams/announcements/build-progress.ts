import type { Announcement } from '../../announcements/announcement.ts';
import type { Announcements } from '../../announcements/announcements.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { progressCard } from '../cards/progress-card.ts';
import type { Texts } from '../texts/texts.ts';

/** The card that shows how far a notice to many is; at the end, to its sender (`own`), with who was not told. */
export async function buildProgress(
  announcement: Announcement,
  source: Pick<Announcements, 'gaps'>,
  { texts, own }: { texts: Texts; own: boolean },
): Promise<AdaptiveCard> {
  const { state, counts } = announcement;
  const isOver = state === 'done' || state === 'stopped';
  const hasGaps = counts.unreachable + counts.unconfirmed > 0;
  const gaps = own && isOver && hasGaps ? await source.gaps(announcement.id) : [];
  return progressCard({ announcement, gaps, texts });
}
