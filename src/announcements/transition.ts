import type { AnnouncementOrder } from './announcements.ts';
import type { Announcement, AnnouncementState } from './announcement.ts';

/** Where an announcement stands. */
export interface Standing {
  readonly state: AnnouncementState;
  /** Whether all who are to be told are known. */
  readonly gathered: boolean;
  readonly reason?: Announcement['reason'];
}

export type AnnouncementEvent =
  | { readonly kind: AnnouncementOrder }
  /** All who are to be told are known. */
  | { readonly kind: 'gathered' }
  /** The members cannot be read before the sender has signed in. */
  | { readonly kind: 'sign-in-needed'; readonly reason: NonNullable<Announcement['reason']> }
  | { readonly kind: 'signed-in' }
  /** The members cannot be read at all. */
  | { readonly kind: 'unreadable'; readonly reason: NonNullable<Announcement['reason']> }
  /** Nobody is left to be told. */
  | { readonly kind: 'told' };

/** Nothing more happens to an announcement in one of these states. */
export const ended: ReadonlySet<AnnouncementState> = new Set(['done', 'stopped', 'failed']);

/**
 * The whole table of states.
 *
 * @returns where it stands after the event; undefined when the event does not fit, and nothing changes
 */
export function transition(was: Standing, event: AnnouncementEvent): Standing | undefined {
  const { state, gathered } = was;
  if (ended.has(state)) return undefined;
  switch (event.kind) {
    case 'pause':
      return state === 'paused' ? undefined : { state: 'paused', gathered };
    case 'resume':
      return state === 'paused' ? { state: gathered ? 'sending' : 'gathering', gathered } : undefined;
    case 'stop':
      return { state: 'stopped', gathered };
    case 'gathered':
      return state === 'gathering' ? { state: 'sending', gathered: true } : undefined;
    case 'sign-in-needed':
      return state === 'gathering' ? { state: 'waiting', gathered, reason: event.reason } : undefined;
    case 'signed-in':
      return state === 'waiting' ? { state: 'gathering', gathered } : undefined;
    case 'unreadable':
      return state === 'gathering' ? { state: 'failed', gathered, reason: event.reason } : undefined;
    case 'told':
      return state === 'sending' ? { state: 'done', gathered } : undefined;
  }
}
