import type { Conversations } from './create-conversations.ts';
import type { Person } from './person.ts';
import type { Clock } from './ports/clock.ts';
import type { DueForgetting, Erased, Forgettable, ForgettingWork } from './ports/forgetting-work.ts';
import type { Log } from './ports/log.ts';

export interface ForgettingParts {
  work: ForgettingWork;
  conversations: Pick<Conversations, 'pending' | 'countPending' | 'order'>;
  /** Uses the person's tokens once more for what should end with them. Never throws. */
  leave: (person: Person) => Promise<void>;
  /** Forgets the person's tokens, also those that are being renewed at this moment. */
  signOut: (person: Person) => Promise<void>;
  clock: Clock;
  log: Log;
  holder: string;
  /** How long the text of a settled request is kept, in milliseconds. */
  keepTexts: number;
}

/** What *forget me* did at once. */
export type Forgotten = Erased;

export interface Forgetting {
  /** Forgets a person who asks for it: at once, except what still has to be settled, which follows by itself. */
  forgetMe(person: Person): Promise<Forgotten>;
  /** How many requests of the person would go with it although they are not posted. */
  openRequests(person: Person): Promise<number>;
  /** The bot was removed by the person, or from the chat: forgotten in 30 days, unless they come back. */
  removed(subject: Forgettable): Promise<void>;
  cameBack(subject: Forgettable): Promise<void>;
  /** Forgets what is due, and the texts of settled requests that are old enough; answers how much there was. */
  workDue(): Promise<number>;
}

const day = 86_400_000;
/** Who removed the bot is forgotten after this time, in milliseconds. */
const afterRemoval = 30 * day;
/** What is in flight is asked about again after this time, in milliseconds. */
const pause = 60_000;
/** Looks end a day after the attempt; what has not settled after this time is forgotten as it is, in milliseconds. */
const longest = 2 * day;
/** How many texts one pass erases. */
const batch = 200;
/** Rounds of discarding; each takes a page of what is pending. */
const rounds = 50;

/**
 * Forgetting people and chats. A request that may have been posted is settled first: it is discarded, which sends
 * nothing more but goes on looking, and its text and the sign-in that looking needs go when that has ended.
 */
export function createForgetting(parts: ForgettingParts): Forgetting {
  const { work, conversations, clock, log, holder, keepTexts } = parts;

  async function forget(due: DueForgetting): Promise<Erased> {
    const now = clock.now();
    const since = due.since ?? now;
    if ('person' in due.subject) await discardOpen(due.subject.person, since);
    if ('person' in due.subject && due.since === undefined) await parts.leave(due.subject.person);
    const all = now.getTime() - since.getTime() > longest;
    const erased = await work.erase(due, { now, all });
    if (erased.left > 0) {
      await work.giveBack(due.id, holder, pause);
      return erased;
    }
    if ('person' in due.subject) await parts.signOut(due.subject.person);
    await work.giveBack(due.id, holder, undefined);
    log.info({ kind: 'person' in due.subject ? 'person' : 'chat', count: erased.texts }, 'forgotten');
    return erased;
  }

  /** Nothing of theirs is sent any more; what is being sent at this moment is found by the next pass. */
  async function discardOpen(person: Person, since: Date): Promise<void> {
    for (let round = 0; round < rounds; round += 1) {
      const open = (await conversations.pending(person)).filter(({ createdAt }) => createdAt <= since);
      let discarded = 0;
      for (const { id } of open) {
        const answer = await conversations.order(id, person, 'discard');
        if (answer.kind === 'done') discarded += 1;
      }
      if (discarded === 0) return;
    }
  }

  return {
    async forgetMe(person) {
      const id = await work.schedule({ person }, { asked: true, inMs: 0 });
      const due = await work.take(id, holder);
      // Pressed twice, or another instance was quicker: that one does it.
      return due === undefined ? { texts: 0, forms: 0, left: 0 } : forget(due);
    },

    openRequests: (person) => conversations.countPending(person),

    async removed(subject) {
      await work.schedule(subject, { asked: false, inMs: afterRemoval });
    },

    cameBack: (subject) => work.callOff(subject),

    async workDue() {
      const due = await work.takeDue(holder, 5);
      for (const each of due) {
        try {
          await forget(each);
        } catch (error) {
          log.error({ error }, 'somebody could not be forgotten yet');
          await work.giveBack(each.id, holder, pause);
        }
      }
      const now = clock.now();
      const before = new Date(now.getTime() - keepTexts);
      return due.length + (await work.eraseSettled({ before, now, limit: batch }));
    },
  };
}
