import { CodedError } from '../conversations/errors/coded-error.ts';
import type { PostAddress } from '../conversations/ports/housekeeping.ts';
import type { Recipient } from '../conversations/request.ts';
import { callGraph } from './call-graph.ts';
import { classifyGraphError } from './classify-graph-error.ts';
import type { GraphConnection } from './graph-connection.ts';
import { pathSegment } from './path-segment.ts';
import { threadPath } from './thread-path.ts';

/** Longest time for it; somebody waits. */
const deadlineMs = 10_000;

/**
 * POST …/threads/{id}/posts/{id}/forward with `comment` and `toRecipients`; 202 with nothing in it
 * (learn.microsoft.com/graph post-forward). Sent once: whatever does not prove that nothing was sent is FORWARD_UNKNOWN.
 */
export async function forwardPost(
  connection: GraphConnection,
  token: string,
  { post, recipients, comment }: { post: PostAddress; recipients: readonly Recipient[]; comment: string },
): Promise<void> {
  const path = `${threadPath(post, connection.version)}/posts/${pathSegment(post.postId)}/forward`;
  const toRecipients = recipients.map(({ address, name }) => ({
    emailAddress: { address, ...(name !== undefined && { name }) },
  }));
  const body = { ...(comment !== '' && { comment }), toRecipients };
  const reply = await callGraph(connection, { method: 'POST', path, token, body, deadlineMs });
  if (reply.kind === 'answer' && reply.status >= 200 && reply.status <= 299) return;
  const outcome = classifyGraphError(reply, { marked: false });
  const doubtful = outcome.kind === 'refused' && outcome.doubtful === true;
  if (outcome.kind === 'unknown' || outcome.kind === 'throttled' || doubtful)
    throw new CodedError('FORWARD_UNKNOWN', {}, { cause: outcome.error, log: outcome.error.message });
  if (outcome.error.code === 'POSTING_NOT_ALLOWED')
    throw new CodedError('FORWARDING_NOT_ALLOWED', {}, { cause: outcome.error, log: outcome.error.message });
  throw outcome.error;
}
