import { CodedError } from '../conversations/errors/coded-error.ts';
import type { FoundPost, LookQuery } from '../conversations/ports/lookout.ts';
import { createContentMatch } from './content-match.ts';
import { foldTopic } from './fold-topic.ts';
import { confirmGone } from './confirm-gone.ts';
import { listConversationIds } from './list-conversation-ids.ts';
import { listThreads, type ListedThread, type ThreadPlace } from './list-threads.ts';
import type { LookReads } from './look-reads.ts';
import { createPostReads } from './post-reads.ts';
import type { ThreadPost } from './thread-post.ts';

/** A marker is believed at any time; only what is older than this before the window is not read, in milliseconds. */
const slack = 24 * 60 * 60 * 1000;

/**
 * The posts that a request can have left: those with its marker, else those without any marker whose content fits,
 * oldest first. Threads with the request's topic are read first; only if they hold nothing, all others that received
 * something since, because a mailbox may change topics.
 *
 * @throws CodedError when not everything could be read.
 */
export async function lookForPost(reads: LookReads, query: LookQuery): Promise<FoundPost[]> {
  const since = new Date(query.from.getTime() - slack);
  const listed = await threadsToRead(reads, query, since);
  const isLikely = ({ topic, lastDelivered = since }: ListedThread): boolean =>
    query.kind === 'reply' || (foldTopic(topic) === foldTopic(query.topic) && lastDelivered >= since);
  const isPossible = ({ lastDelivered = query.from }: ListedThread): boolean => lastDelivered >= query.from;
  const likely = listed.filter(isLikely);
  const others = listed.filter((thread) => !isLikely(thread) && isPossible(thread));

  const unreadable: string[] = [];
  const inThreads = createThreadSearch(reads, query, { since, unreadable });
  const inLikely = await inThreads(likely, true);
  const found = inLikely.length > 0 ? inLikely : await inThreads(others, false);
  // A marker proves itself. Otherwise the post may be in a thread that is there and cannot be read yet.
  if (!found.some(({ by }) => by === 'marker'))
    await confirmGone(unreadable, () => listThreads(reads, placeOf(query, since)));
  return found.toSorted((one, other) => one.receivedAt.getTime() - other.receivedAt.getTime());
}

/** Of a conversation that was deleted: none. */
async function threadsToRead(reads: LookReads, query: LookQuery, since: Date): Promise<ListedThread[]> {
  const { kind, groupId, conversationId, threadId } = query;
  if (kind === 'reply') return [{ id: named(threadId, 'thread'), topic: '' }];
  const place = placeOf(query, since);
  if (kind !== 'thread') return listThreads(reads, place);
  const conversation = named(conversationId, 'conversation');
  try {
    return await listThreads(reads, place);
  } catch (error) {
    if (!isGone(error)) throw error;
    await confirmGone([conversation], () => listConversationIds(reads, groupId));
    return [];
  }
}

/** Where the threads in question are listed. A thread that is answered may be as old as it likes. */
function placeOf({ kind, groupId, conversationId }: LookQuery, since: Date): ThreadPlace {
  if (kind === 'reply') return { groupId };
  return { groupId, since, ...(kind === 'thread' && conversationId !== undefined && { conversationId }) };
}

type ThreadSearch = (threads: readonly ListedThread[], sameTopic: boolean) => Promise<FoundPost[]>;

/** @param parts.unreadable takes the ids of threads that answer 404 */
function createThreadSearch(
  reads: LookReads,
  query: LookQuery,
  parts: { since: Date; unreadable: string[] },
): ThreadSearch {
  const shape = query.kind === 'thread' ? 'extension' : 'property';
  const posts = createPostReads(reads, query.groupId);
  const content = createContentMatch({ reads, posts, query, shape });
  const marker = query.marker.toLowerCase();
  const asFound = ({ threadId, postId, receivedAt, ...post }: ThreadPost, by: FoundPost['by']): FoundPost => {
    const conversationId = post.conversationId ?? query.conversationId;
    return { ...(conversationId !== undefined && { conversationId }), threadId, postId, receivedAt, by };
  };

  return async (threads, sameTopic) => {
    const marked = new Map<string, ThreadPost>();
    const candidates = new Map<string, ThreadPost>();
    for (const { id } of threads) {
      const read = await posts.posts(id, shape, parts.since).catch((error: unknown) => {
        if (!isGone(error)) throw error;
        parts.unreadable.push(id);
        return [];
      });
      for (const post of read) {
        if (post.marker === marker) marked.set(post.postId, post);
        else if (sameTopic && content.mayFit(post)) candidates.set(post.postId, post);
      }
    }
    if (marked.size > 0) return [...marked.values()].map((post) => asFound(post, 'marker'));
    const fitting = await content.fitting([...candidates.values()]);
    return fitting.map((post) => asFound(post, 'content'));
  };
}

function isGone(error: unknown): boolean {
  return error instanceof CodedError && error.code === 'TARGET_GONE';
}

function named(id: string | undefined, what: string): string {
  if (id !== undefined) return id;
  throw new CodedError('INTERNAL', {}, { log: `a look without its ${what}` });
}
