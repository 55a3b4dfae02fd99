import type { Announcement } from '../../announcements/announcement.ts';
import type { Texts } from '../texts/texts.ts';
import type { CardColor } from './adaptive-card.ts';

/** The title of a progress card, which is one of our own texts, and the sentences under it. */
export interface ProgressStatus {
  readonly title: string;
  readonly color: CardColor;
  readonly lines: readonly string[];
}

/**
 * What is said about a notice to many in its state: never more than is known.
 *
 * @param forOthers for those who have not sent it: a reason that addresses the sender says whom it means
 */
export function progressStatus(
  { state, counts, reason, sender }: Announcement,
  texts: Texts,
  { forOthers }: { forOthers: boolean },
): ProgressStatus {
  const { announcement, others } = texts;
  const note = forOthers && state === 'paused' ? others.paused : announcement.notes[state];
  const lines = note === undefined ? [] : [note];
  const said = reason === undefined ? [] : Object.values(texts.error(reason));
  const why =
    forOthers && sender.kind === 'person' && said.length > 0
      ? [others.to(sender.person.name, said.join(' '))]
      : said;
  switch (state) {
    case 'done':
      if (counts.total === 0) return { title: announcement.nobodyThere, color: 'default', lines };
      return counts.delivered === counts.total
        ? { title: announcement.everybodyTold, color: 'good', lines }
        : { title: announcement.doneWithGaps, color: 'warning', lines };
    case 'gathering':
    case 'sending':
      return { title: announcement.states[state], color: 'accent', lines };
    case 'paused':
    case 'stopped':
      return { title: announcement.states[state], color: 'default', lines };
    case 'waiting':
      return {
        title: forOthers ? others.waitingForSignIn : announcement.states.waiting,
        color: 'warning',
        lines: why,
      };
    case 'failed':
      return { title: announcement.states.failed, color: 'attention', lines: why };
  }
}
