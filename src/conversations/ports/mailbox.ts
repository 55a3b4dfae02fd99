import type { CodedError } from '../errors/coded-error.ts';
import type { Body, Created, Recipient } from '../request.ts';

/** One POST that puts a post into a group's mailbox. */
export type Posting =
  | {
      kind: 'conversation';
      groupId: string;
      topic: string;
      body: Body;
      people: readonly Recipient[];
      marker?: string;
    }
  | {
      kind: 'thread';
      groupId: string;
      conversationId: string;
      topic: string;
      body: Body;
      people: readonly Recipient[];
      marker?: string;
    };

/** What one POST can end in. `unknown` is an answer like the others: it may or may not have been created. */
export type PostingOutcome =
  | { kind: 'created'; created: Created; serverTime?: Date }
  | { kind: 'throttled'; retryAfterMs?: number; error: CodedError }
  /** Nothing left this machine: the connection never came about. */
  | { kind: 'never-sent'; error: CodedError }
  /** 401: a fresh token (with these claims, if any) is needed; nothing was created. */
  | { kind: 'unauthorized'; claims?: string; error: CodedError }
  | { kind: 'marker-refused'; error: CodedError }
  | { kind: 'not-found'; error: CodedError }
  | { kind: 'refused'; error: CodedError }
  | { kind: 'unknown'; error: CodedError };

/** A group's mailbox, written as the person whose token it is. */
export interface Mailbox {
  /**
   * Sends exactly one POST and never another: no library or server answer makes it repeat.
   * `marker` is the request's id. Never throws: every end is an outcome.
   */
  post(posting: Posting, options: { token: string; deadlineMs: number }): Promise<PostingOutcome>;
}
