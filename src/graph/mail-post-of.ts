import type { MailPost, MailThread } from '../watches/mail-post.ts';
import { plainPreview } from './plain-preview.ts';
import { threadPost } from './thread-post.ts';

type Entity = Readonly<Record<string, unknown>>;

/** What a notice shows of a text, in characters. */
const previewLength = 600;

/** A post as a notice shows it. @throws CodedError GRAPH_UNREACHABLE for a post without its time */
export function mailPostOf(json: Entity, thread: MailThread): MailPost {
  const { postId, conversationId, receivedAt, sender, body } = threadPost(json, thread.id);
  return {
    postId,
    threadId: thread.id,
    ...(conversationId !== undefined && { conversationId }),
    topic: thread.topic,
    receivedAt,
    from: { name: nameOf(json['sender']) || nameOf(json['from']), address: sender },
    preview: plainPreview(body, previewLength),
  };
}

function nameOf(recipient: unknown): string {
  const { name } = entity(entity(recipient)['emailAddress']);
  return typeof name === 'string' ? name.trim() : '';
}

function entity(value: unknown): Entity {
  return typeof value === 'object' && value !== null ? (value as Entity) : {};
}
