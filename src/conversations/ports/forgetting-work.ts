import type { Person } from '../person.ts';
import type { ChatKey } from './installations.ts';

/** Who or what is to be forgotten. */
export type Forgettable = { readonly person: Person } | { readonly chat: ChatKey };

/** A forgetting that is due and held. */
export interface DueForgetting {
  readonly id: string;
  readonly subject: Forgettable;
  /** When it began; undefined before its first `erase`. What came later is not meant. */
  readonly since?: Date;
}

/** What one `erase` did. */
export interface Erased {
  /** Requests whose text is gone now. */
  readonly texts: number;
  /** Forms, with what was typed into them, that are gone now. */
  readonly forms: number;
  /** Requests that still have to be settled or shown, and so keep their text and the sign-in. */
  readonly left: number;
}

/** Forgettings as due work: one row each, held like other due rows. */
export interface ForgettingWork {
  /**
   * Has somebody forgotten after a time, in milliseconds of the store's clock. `asked`: by themselves, which coming back
   * does not take back, and which begins anew when they ask again. Scheduled twice, the earlier time holds.
   *
   * @returns the id
   */
  schedule(subject: Forgettable, options: { asked: boolean; inMs: number }): Promise<string>;
  /** They are back: what was scheduled without their asking is called off. */
  callOff(subject: Forgettable): Promise<void>;
  take(id: string, holder: string): Promise<DueForgetting | undefined>;
  takeDue(holder: string, limit: number): Promise<DueForgetting[]>;
  /**
   * Erases what can be erased now, all or nothing: everything on the first call, except requests that are still to be
   * settled or shown, and the sign-in that settling needs; those as soon as they rest, or at once with `all`.
   */
  erase(due: DueForgetting, options: { now: Date; all: boolean }): Promise<Erased>;
  /** Due again after that time (ms), or done for good. Gives it back. */
  giveBack(id: string, holder: string, retryInMs: number | undefined): Promise<void>;
  /** Erases the texts of up to `limit` requests that were settled before a time; answers how many. */
  eraseSettled(options: { before: Date; now: Date; limit: number }): Promise<number>;
}
