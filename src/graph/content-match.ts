import { CodedError } from '../conversations/errors/coded-error.ts';
import type { LookQuery } from '../conversations/ports/lookout.ts';
import { foldBody } from './fold-body.ts';
import { getMe } from './get-me.ts';
import type { LookReads } from './look-reads.ts';
import type { MarkerShape } from './marker-expansion.ts';
import type { PostReads } from './post-reads.ts';
import type { ThreadPost } from './thread-post.ts';

/** Recognises a post by what it says, where the mailbox keeps no markers. */
export interface ContentMatch {
  /** Whether a post without a marker is in the window and says the same. Reads nothing. */
  mayFit(post: ThreadPost): boolean;
  /**
   * Those that the person wrote and that carry no request's marker in the other shape either.
   *
   * @throws CodedError as the reads say.
   */
  fitting(posts: readonly ThreadPost[]): Promise<ThreadPost[]>;
}

/** @param parts.shape the marker's shape with which the posts were read */
export function createContentMatch(parts: {
  reads: LookReads;
  posts: PostReads;
  query: LookQuery;
  shape: MarkerShape;
}): ContentMatch {
  const { reads, posts, query, shape } = parts;
  const text = foldBody(query.body);
  let addresses: Promise<string[]> | undefined;

  return {
    mayFit: ({ marker, receivedAt, body }) =>
      marker === undefined &&
      receivedAt >= query.from &&
      receivedAt <= query.to &&
      // Without words, such as a picture alone, nothing is recognised.
      text !== '' &&
      foldBody(body) === text,
    async fitting(candidates) {
      const found: ThreadPost[] = [];
      for (const post of candidates) {
        addresses ??= ownAddresses(reads);
        if (!(await addresses).includes(post.sender)) continue;
        const other = await posts.marker(post, shape === 'property' ? 'extension' : 'property');
        if (other === undefined) found.push(post);
      }
      return found;
    },
  };
}

/** Under which the person's posts may be sent. */
async function ownAddresses(reads: LookReads): Promise<string[]> {
  const { mail = '', userPrincipalName = '' } = await getMe((path) => reads.get(path));
  const known = [mail, userPrincipalName].filter((address) => address !== '');
  if (known.length === 0)
    throw new CodedError('GRAPH_UNREACHABLE', {}, { log: 'a person without an address' });
  return known.map((address) => address.trim().toLowerCase());
}
