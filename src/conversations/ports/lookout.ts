import type { CodedError } from '../errors/coded-error.ts';
import type { Body, RequestKind } from '../request.ts';

/** What to look for in a group's mailbox: a post whose POST was never answered. */
export interface LookQuery {
  readonly kind: RequestKind;
  readonly groupId: string;
  /** For a thread in a conversation, and a reply where it is known. */
  readonly conversationId?: string;
  /** For a reply: the only thread to read. */
  readonly threadId?: string;
  /** The request's id, which the post carries as its marker if the tenant kept it. */
  readonly marker: string;
  readonly topic: string;
  readonly body: Body;
  /** The time, by Graph's clock, in which the post can have been received. */
  readonly from: Date;
  readonly to: Date;
}

export interface FoundPost {
  readonly conversationId?: string;
  readonly threadId: string;
  readonly postId: string;
  readonly receivedAt: Date;
  /** `marker`: it carries this request's marker. `content`: no marker at all, but topic, sender, time and text fit. */
  readonly by: 'marker' | 'content';
}

export type LookAnswer =
  /** Everything in the window was read; `found` is oldest first, and holds `content` matches only if no marker matched. */
  | { kind: 'complete'; found: FoundPost[] }
  /** Not everything could be read, which is not the same as not found. */
  | { kind: 'incomplete'; error: CodedError; unauthorized?: boolean; claims?: string; retryAfterMs?: number };

/** Looks into a group's mailbox as the person whose token it is. Reads only; never throws. */
export interface Lookout {
  look(query: LookQuery, options: { token: string; deadlineMs: number }): Promise<LookAnswer>;
}
