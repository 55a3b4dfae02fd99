import type { CallRate, Configuration } from '../../config/configuration.ts';
import type { Conversations } from '../../conversations/create-conversations.ts';
import type { CallCounter } from '../../conversations/ports/call-counter.ts';
import type { Callers } from '../../conversations/ports/callers.ts';
import type { Chats } from '../../conversations/ports/chats.ts';
import type { Clock } from '../../conversations/ports/clock.ts';
import type { Log } from '../../conversations/ports/log.ts';
import type { SignIn } from '../../conversations/ports/sign-in.ts';
import type { Timer } from '../../conversations/ports/timer.ts';
import type { RichText } from './rich-content.ts';

/** What the API is made of besides the server: the use cases, and who may call them. */
export interface ApiUse {
  readonly conversations: Pick<Conversations, 'start' | 'find' | 'findBySource' | 'signedIn'>;
  readonly callers: Callers;
  readonly signIn: Pick<SignIn, 'exchangeAssertion' | 'offer'>;
  readonly chats: Pick<Chats, 'personal'>;
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
