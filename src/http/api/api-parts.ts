import type { Announcements } from '../../announcements/announcements.ts';
import type { Audience } from '../../announcements/audience.ts';
import type { NamedAudience } from '../../announcements/find-audience.ts';
import type { Sender } from '../../announcements/announcement.ts';
import type { CallRate, Configuration } from '../../config/configuration.ts';
import type { Conversations } from '../../conversations/create-conversations.ts';
import type { CallCounter } from '../../conversations/ports/call-counter.ts';
import type { Callers } from '../../conversations/ports/callers.ts';
import type { Chats } from '../../conversations/ports/chats.ts';
import type { Clock } from '../../conversations/ports/clock.ts';
import type { Person } from '../../conversations/person.ts';
import type { Log } from '../../conversations/ports/log.ts';
import type { SignIn } from '../../conversations/ports/sign-in.ts';
import type { Timer } from '../../conversations/ports/timer.ts';
import type { RichText } from './rich-content.ts';

/** What the API is made of besides the server: the use cases, and who may call them. */
export interface ApiUse {
  readonly conversations: Pick<Conversations, 'start' | 'find' | 'findBySource' | 'signedIn'>;
  readonly announcements: Pick<
    Announcements,
    | 'start'
    | 'find'
    | 'findUncounted'
    | 'findBySource'
    | 'order'
    | 'receivers'
    | 'whyUnreachable'
    | 'signedIn'
  >;
  /** Who is meant by whom a call names. */
  readonly findAudience: (named: NamedAudience, sender: Sender) => Promise<Audience>;
  readonly callers: Callers;
  readonly signIn: Pick<SignIn, 'exchangeAssertion' | 'offer'>;
  readonly chats: Pick<Chats, 'personal'>;
  /** Whether a person wants to hear of answers to what they start. */
  readonly wantsToWatch: (person: Person) => Promise<boolean>;
  readonly counter: CallCounter;
  readonly timer: Timer;
  readonly rich: RichText;
}

export interface ApiParts extends ApiUse {
  /** Whether any app is on the list. */
  readonly open: boolean;
  readonly rate: CallRate;
  /** Origin under which others reach this server. */
  readonly publicUrl: string;
  readonly outlook: Configuration['endpoints']['outlook'];
  readonly bodyBytes: number;
  readonly clock: Clock;
  readonly log: Log;
  /** Aborted when the server begins to stop. */
  readonly stopping: AbortSignal;
}
