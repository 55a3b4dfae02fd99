import { CodedError } from '../conversations/errors/coded-error.ts';
import { dateOf } from './date-of.ts';
import type { LookReads } from './look-reads.ts';
import { markerExpansion, type MarkerShape } from './marker-expansion.ts';
import { markerOf } from './marker-of.ts';
import { namesMarker } from './names-marker.ts';
import { odataQuery } from './odata-query.ts';
import { pathSegment } from './path-segment.ts';
import { readList } from './read-list.ts';
import { postProperties, threadPost, type ThreadPost } from './thread-post.ts';
import { threadPath } from './thread-path.ts';

/** A thread with more posts in reach than this is not looked through. */
const mostPosts = 2000;
const pageSize = 50;

/** Reads posts of one group with their markers. All throw CodedError as `readList` says; TARGET_GONE for a 404. */
export interface PostReads {
  /** All posts of a thread but those older than `since`, with markers of this shape. */
  posts(threadId: string, shape: MarkerShape, since: Date): Promise<ThreadPost[]>;
  /** The marker of this shape in one post; undefined without one. */
  marker(post: ThreadPost, shape: MarkerShape): Promise<string | undefined>;
}

/**
 * Where the schema of a cloud does not have the marker's relationship (China: no extended properties on posts) Graph
 * refuses to expand it. No post can carry what the schema does not have, so posts are then read without.
 */
export function createPostReads(reads: LookReads, groupId: string): PostReads {
  const unknownShapes = new Set<MarkerShape>();
  const pathOf = (threadId: string): string => threadPath({ groupId, threadId }, reads.connection.version);

  async function withMarker<Answer>(
    shape: MarkerShape,
    read: (expansion: Record<string, string>) => Promise<Answer>,
  ): Promise<Answer> {
    if (unknownShapes.has(shape)) return read({});
    try {
      return await read({ $expand: markerExpansion(shape) });
    } catch (error) {
      if (!isUnknownShape(error)) throw error;
      unknownShapes.add(shape);
      return read({});
    }
  }

  return {
    posts: (threadId, shape, since) =>
      withMarker(shape, async (expansion) => {
        const query = odataQuery({ $select: postProperties, ...expansion, $top: pageSize });
        const list = await readList(reads, {
          path: `${pathOf(threadId)}/posts${query}`,
          most: mostPosts,
          since: { time: since, of: (post) => dateOf(post['receivedDateTime']) },
        });
        return list.map((post) => threadPost(post, threadId));
      }),
    marker: ({ threadId, postId }, shape) =>
      withMarker(shape, async (expansion) => {
        if (expansion['$expand'] === undefined) return undefined;
        const query = odataQuery({ $select: 'id', ...expansion });
        const post = await reads.get(`${pathOf(threadId)}/posts/${pathSegment(postId)}${query}`);
        if (post['id'] === postId) return markerOf(post);
        throw new CodedError('GRAPH_UNREACHABLE', {}, { log: 'not the post that was asked for' });
      }),
  };
}

function isUnknownShape(error: unknown): boolean {
  if (!(error instanceof CodedError) || error.code !== 'GRAPH_REFUSED') return false;
  return namesMarker(error.details['message'] ?? '');
}
