import { CodedError } from '../conversations/errors/coded-error.ts';
import type { MailPost, MailThread, SeenPost } from './mail-post.ts';
import type { MailReads } from './ports/group-mail.ts';
import { threadsToRead } from './threads-to-read.ts';

/**
 * After so many threads that could not be read it is Graph that does not answer, and no other thread is asked for. One
 * that never can be read does not keep the others from being shown.
 */
const mostFailures = 5;

export interface ReadGroup {
  /** Posts that were not read before; whatever else could not be read, these are there. */
  posts: MailPost[];
  /** Why not everything was read; undefined when all of it was. */
  left?: CodedError;
}

/**
 * One round through a group's mailbox.
 *
 * @param options.from posts that are older were read, or do not matter
 * @throws CodedError when not even the list of threads could be read, or the token is refused.
 */
export async function readGroup(
  reads: MailReads,
  { from, seen }: { from: Date; seen: readonly SeenPost[] },
): Promise<ReadGroup> {
  const known = new Set(seen.map(({ postId }) => postId));
  const found = new Map<string, MailPost>();
  const missing: MailThread[] = [];
  const failures: CodedError[] = [];
  for (const thread of threadsToRead(await reads.threads(from), seen, from)) {
    try {
      for (const post of await reads.posts(thread, from)) {
        if (post.receivedAt >= from && !known.has(post.postId)) found.set(post.postId, post);
      }
    } catch (thrown) {
      const error = aboutThread(thrown);
      if (error.code === 'TARGET_GONE') missing.push(thread);
      else if (failures.push(error) >= mostFailures || error.code === 'GRAPH_THROTTLED')
        return { posts: oldestFirst(found), left: error };
    }
  }
  const left = failures[0] ?? (await whyMissing(missing, reads, from));
  return { posts: oldestFirst(found), ...(left !== undefined && { left }) };
}

/** @throws what says nothing about the thread: a refused token, a mistake of ours */
function aboutThread(error: unknown): CodedError {
  if (error instanceof CodedError && error.code !== 'SIGN_IN_EXPIRED') return error;
  throw error;
}

/** A thread that answers 404 was deleted if it is listed no more; else its id is too fresh to be read (facts: seconds). */
async function whyMissing(
  missing: readonly MailThread[],
  reads: MailReads,
  from: Date,
): Promise<CodedError | undefined> {
  if (missing.length === 0) return undefined;
  try {
    const listed = new Set((await reads.threads(from)).map(({ id }) => id));
    if (!missing.some(({ id }) => listed.has(id))) return undefined;
    return new CodedError('GRAPH_UNREACHABLE', {}, { log: 'a listed thread that is not readable yet' });
  } catch (error) {
    if (error instanceof CodedError) return error;
    throw error;
  }
}

function oldestFirst(posts: ReadonlyMap<string, MailPost>): MailPost[] {
  return [...posts.values()].toSorted((one, other) => one.receivedAt.getTime() - other.receivedAt.getTime());
}
