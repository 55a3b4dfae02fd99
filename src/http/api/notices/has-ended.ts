import type { Announcement } from '../../../announcements/announcement.ts';

/** Whether nobody more is going to be told. */
export function hasEnded({ state }: Pick<Announcement, 'state'>): boolean {
  return state === 'done' || state === 'stopped' || state === 'failed';
}
