import type { Announcement } from '../../announcements/announcement.ts';
import type { Texts } from '../texts/texts.ts';
import type { CardColor } from './adaptive-card.ts';

/** The title of a progress card, which is one of our own texts, and the sentences under it. */
export interface ProgressStatus {
  readonly title: string;
  readonly color: CardColor;
  readonly lines: readonly string[];
}

/** What is said about a notice to many in its state: never more than is known. */
export function progressStatus({ state, counts, reason }: Announcement, texts: Texts): ProgressStatus {
  const { announcement } = texts;
  const note = announcement.notes[state];
  const lines = note === undefined ? [] : [note];
  const why = reason === undefined ? [] : Object.values(texts.error(reason));
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
      return { title: announcement.states.waiting, color: 'warning', lines: why };
    case 'failed':
      return { title: announcement.states.failed, color: 'attention', lines: why };
  }
}
