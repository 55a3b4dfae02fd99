import type { CodedError } from '../errors/coded-error.ts';
import type { Body, Created, Recipient } from '../request.ts';

/** A file as it goes with a post. */
export interface Attachment {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
  /** For a picture that the text shows as `cid:…`. */
  readonly contentId?: string;
}

interface Post {
  readonly groupId: string;
  readonly body: Body;
  readonly people: readonly Recipient[];
  readonly attachments?: readonly Attachment[];
  /** The request's id, to be written into the post. */
  readonly marker?: string;
}

/** One POST that puts a post into a group's mailbox. */
export type Posting =
  | (Post & { readonly kind: 'conversation' | 'group-thread'; readonly topic: string })
  | (Post & { readonly kind: 'thread'; readonly conversationId: string; readonly topic: string })
  | (Post & { readonly kind: 'reply'; readonly threadId: string });

/** What one POST can end in. `unknown` is an answer like the others: it may or may not have been created. */
export type PostingOutcome =
  | { kind: 'created'; created: Created; serverTime?: Date }
  | { kind: 'throttled'; retryAfterMs?: number; error: CodedError }
  /** Nothing left this machine: the connection never came about. */
  | { kind: 'never-sent'; error: CodedError }
  /** 401: a fresh token (with these claims, if any) is needed; to be looked for before the next POST. */
  | { kind: 'unauthorized'; claims?: string; error: CodedError }
  | { kind: 'marker-refused'; error: CodedError }
  /** 404: the target, or (new ids take seconds to be found) what was just created. */
  | { kind: 'not-found'; error: CodedError }
  /** `doubtful`: an answer that says no, and does not prove that nothing was created. */
  | { kind: 'refused'; error: CodedError; doubtful?: boolean }
  | { kind: 'unknown'; error: CodedError };

/** A group's mailbox, written as the person whose token it is. */
export interface Mailbox {
  /**
   * Sends exactly one POST and never another: no library or server answer makes it repeat.
   * `marker` is the request's id. Never throws: every end is an outcome.
   */
  post(posting: Posting, options: { token: string; deadlineMs: number }): Promise<PostingOutcome>;
  /**
   * Deletes a conversation that was found twice. @throws CodedError for what Graph answers
   */
  deleteConversation(target: { groupId: string; conversationId: string }, token: string): Promise<void>;
  /** Graph's own time now, from the `Date` of its last answer; undefined before the first. */
  serverTime(): Date | undefined;
}
