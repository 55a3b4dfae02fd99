import type { Announcement } from '../../announcements/announcement.ts';
import type { Announcements } from '../../announcements/announcements.ts';
import type { ReceiptPlace } from '../../conversations/request.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { hasOwnView, ownView } from '../cards/own-view.ts';
import { progressCard } from '../cards/progress-card.ts';
import type { Texts } from '../texts/texts.ts';

/**
 * The card that shows how far a notice to many is; at the end, to its sender (`own`), with who was not told.
 *
 * @param shownIn where it is shown, with the account of its sender
 */
export async function buildProgress(
  announcement: Announcement,
  source: Pick<Announcements, 'gaps'>,
  { texts, own, shownIn }: { texts: Texts; own: boolean; shownIn: ReceiptPlace },
): Promise<AdaptiveCard> {
  const { id: announcementId, state, counts } = announcement;
  const isOver = state === 'done' || state === 'stopped';
  const hasGaps = counts.unreachable + counts.unconfirmed > 0;
  const gaps = own && isOver && hasGaps ? await source.gaps(announcementId) : [];
  return ownView(
    progressCard({ announcement, gaps, texts }),
    shownIn,
    { view: 'announcement', announcementId },
    // Who was not told is the sender's to read, unless all read the same card.
    () => progressCard({ announcement, gaps: hasOwnView(shownIn) ? [] : gaps, texts, forOthers: true }),
  );
}
