import type { PostingOutcome } from '../conversations/ports/mailbox.ts';
import type { Created } from '../conversations/request.ts';
import { classifyGraphError } from './classify-graph-error.ts';
import type { GraphReply } from './graph-reply.ts';

/**
 * What became of a POST. Every 2xx is a success, whatever its body: the pages of these calls show 200, 201 and 202, and
 * a body that cannot be read does not undo the post.
 *
 * @param options.created ids to be read from the answer's body, which may be anything
 */
export function postingOutcome(
  reply: GraphReply,
  options: { marked: boolean; created: (body: unknown) => Created },
): PostingOutcome {
  if (reply.kind === 'silence' || reply.status < 200 || reply.status > 299) {
    return classifyGraphError(reply, options);
  }
  const serverTime = new Date(reply.headers.get('date') ?? '');
  return {
    kind: 'created',
    created: options.created(reply.body),
    ...(!Number.isNaN(serverTime.getTime()) && { serverTime }),
  };
}
