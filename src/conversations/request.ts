import type { Audience } from './audience.ts';
import type { ErrorCode } from './errors/error-table.ts';
import type { Author } from './person.ts';
import type { PostFile } from './post-file.ts';

/** Somebody to be added to the conversation besides the group (`newParticipants` in Graph). */
export interface Recipient {
  readonly address: string;
  readonly name?: string;
}

/** What a post says, as Graph's `itemBody` has it. */
export interface Body {
  readonly contentType: 'text' | 'html';
  readonly content: string;
}

/**
 * - `conversation`: a new conversation in a group (POST /groups/{id}/conversations);
 * - `group-thread`: the same by way of a thread (POST /groups/{id}/threads);
 * - `thread`: a new thread in an existing conversation (POST /groups/{id}/conversations/{id}/threads);
 * - `reply`: an answer in a thread (POST /groups/{id}/threads/{id}/reply).
 */
export type RequestKind = 'conversation' | 'group-thread' | 'thread' | 'reply';

/** What the person typed or chose for the group: words to be matched, until `group` is known. */
export interface Target {
  /** Name, mail address or id as the person gave it. */
  readonly typedGroup: string;
  readonly group?: { readonly id: string; readonly name: string; readonly mail: string };
  /** For a thread: topic or id of the conversation as the person gave it. */
  readonly typedConversation?: string;
  readonly conversation?: { readonly id: string; readonly topic: string };
  /** For a reply: the thread, by its id in Graph. */
  readonly thread?: { readonly id: string };
}

export type RequestState =
  'accepted' | 'sending' | 'waiting' | 'created' | 'refused' | 'unknown' | 'discarded';

/** Why a request is where it is: a coded error, kept with what its sentence needs. */
export interface Reason {
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, string>>;
}

/** Where the receipt is shown: enough to reach that chat again, also after a restart. */
export interface ReceiptPlace {
  readonly channelId: string;
  readonly serviceUrl: string;
  readonly tenantId: string;
  /** Empty for a personal chat that is still to be made (see `hasChat`). */
  readonly chatId: string;
  readonly chatType: 'personal' | 'groupChat' | 'channel';
  /** The bot's own account in that chat (`28:…`). */
  readonly botId: string;
  /** The person's own account there (`29:…`, another one for every bot): cards name them by it. */
  readonly accountId?: string;
  /** The only person of that chat who is to see it: their account there (`29:…`) and object id. */
  readonly onlyFor?: { readonly account: string; readonly objectId: string };
  readonly locale?: string;
  /** IANA name of the zone that the person's client was set to. */
  readonly timeZone?: string;
}

/** What Graph said was created; ids exactly as Graph gives them. */
export interface Created {
  readonly conversationId?: string;
  readonly threadId?: string;
  readonly postId?: string;
}

/** A request whose receipt is shown in a chat. */
export type RequestInChat = ConversationRequest & { readonly place: ReceiptPlace };

/** One wish to start a conversation or a thread. See `transition.ts` for how it moves between states. */
export interface ConversationRequest {
  /** 32 lower-case hex digits; also the marker in the post. */
  readonly id: string;
  /** What makes two deliveries the same request; unique. */
  readonly sourceKey: string;
  /** SHA-256 (hex) over kind, target and content: tells a repeat from another text under the same key. */
  readonly contentHash: string;
  readonly author: Author;
  readonly kind: RequestKind;
  readonly target: Target;
  readonly topic: string;
  readonly body: Body;
  /** What a form shows of the text (Markdown), where that is not the text itself. */
  readonly typed?: string;
  readonly files?: readonly PostFile[];
  readonly people: readonly Recipient[];
  /** More of them, as they were typed or chosen: names and object ids, whose addresses are still to be found. */
  readonly typedPeople?: readonly string[];
  /** Its author does not want to hear of answers to it. */
  readonly watch?: false;
  /** Its author (or the system that called) knows to how many, or to whom outside, it goes, and wants it posted. */
  readonly audienceConfirmed?: true;
  /** For what is planned: who would get it, as it was when its author planned it and was told. */
  readonly audience?: Audience;
  /** The group's members are told in Teams as well, once it is posted. */
  readonly tellMembers?: true;

  readonly state: RequestState;
  /** Grows by one with every write; a write names the version that it read. */
  readonly version: number;
  /** POSTs that were committed to, whether or not they left. */
  readonly attempts: number;
  /** When the last attempt was committed to: by Graph's clock where it was known, else by this machine's. */
  readonly attemptedAt?: Date;
  /**
   * For `waiting`: what for. `sign-in` ends by signing in, `time` when `dueAt` comes, `author` by *Post now* or *Discard*.
   * `sign-in` also for a lost answer that nobody can look for until its author has signed in.
   */
  readonly waitingFor?: 'sign-in' | 'time' | 'author';
  readonly reason?: Reason;
  /** How often this request had to wait for a sign-in; after the first, the person is shown the button, not silence. */
  readonly signInsAsked?: number;
  /** Graph refused the token since the last sign-in: another refusal asks the person. */
  readonly tokenRefused?: boolean;
  /** A POST was answered in a way that does not rule out that it acted: one look before another leaves. */
  readonly lookFirst?: boolean;
  /** Its author ordered another attempt, after a look. */
  readonly ordered?: boolean;
  /** Looks made since the last attempt; the last one, and whether it could read everything. */
  readonly looks?: number;
  readonly lookedAt?: Date;
  readonly lookComplete?: boolean;
  /** Posts found besides `created`: it is there more than once. */
  readonly alsoFound?: readonly Created[];
  /**
   * When its author wants it posted, if not at once. As soon as that time has come, or *Post now* was pressed: when that
   * was, from which on it counts as wanted.
   */
  readonly postAt?: Date;
  /** For `discarded`: the request that its author made of it. */
  readonly replacedBy?: string;
  /** When the row has work to do again; undefined: nothing to do. */
  readonly dueAt?: Date;
  /** False once the tenant refused the marker. */
  readonly marker: boolean;
  readonly created?: Created;
  /** Its text is forgotten, with everything else but what prevents a duplicate: all of it is empty. */
  readonly forgotten?: true;

  /** Undefined when nobody in a chat asked for it: another system did, and there is no card. */
  readonly place?: ReceiptPlace;
  /** The card that shows this request, and the version it shows. */
  readonly receipt?: { readonly activityId: string; readonly version: number };
  readonly createdAt: Date;
  readonly updatedAt: Date;
}
