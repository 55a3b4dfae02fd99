import { CodedError } from '../conversations/errors/coded-error.ts';
import type { Body } from '../conversations/request.ts';
import { dateOf } from './date-of.ts';
import { markerOf } from './marker-of.ts';

type Entity = Readonly<Record<string, unknown>>;

/** A post as a look reads it. */
export interface ThreadPost {
  readonly threadId: string;
  readonly postId: string;
  readonly conversationId?: string;
  readonly receivedAt: Date;
  /** Address of the person who wrote it, in lower case; `from` is the group's wherever there is a `sender`. */
  readonly sender: string;
  readonly body: Body;
  /** Of whichever request. */
  readonly marker?: string;
}

/** What is selected of a post. */
export const postProperties = 'id,receivedDateTime,sender,from,body,conversationId';

/** @throws CodedError GRAPH_UNREACHABLE for a post without its time, which cannot be told from any other. */
export function threadPost(json: Entity, threadId: string): ThreadPost {
  const receivedAt = dateOf(json['receivedDateTime']);
  if (receivedAt === undefined)
    throw new CodedError('GRAPH_UNREACHABLE', {}, { log: 'a post without its time' });
  const { contentType, content } = entity(json['body']);
  const conversationId = json['conversationId'];
  const marker = markerOf(json);
  return {
    threadId,
    postId: String(json['id']),
    ...(typeof conversationId === 'string' && conversationId !== '' && { conversationId }),
    receivedAt,
    sender: address(json['sender']) || address(json['from']),
    body: {
      contentType: contentType === 'text' ? 'text' : 'html',
      content: typeof content === 'string' ? content : '',
    },
    ...(marker !== undefined && { marker }),
  };
}

function address(recipient: unknown): string {
  const { address } = entity(entity(recipient)['emailAddress']);
  return typeof address === 'string' ? address.trim().toLowerCase() : '';
}

function entity(value: unknown): Entity {
  return typeof value === 'object' && value !== null ? (value as Entity) : {};
}
