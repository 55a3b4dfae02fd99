import { CodedError } from '../conversations/errors/coded-error.ts';
import type { PostingOutcome } from '../conversations/ports/mailbox.ts';
import type { Created } from '../conversations/request.ts';
import { callGraph } from './call-graph.ts';
import type { GraphConnection } from './graph-connection.ts';
import type { PostOptions } from './post-json.ts';
import { postingOutcome } from './posting-outcome.ts';

export interface PostRequest {
  path: string;
  body: object;
  marked: boolean;
  created: (body: unknown) => Created;
}

/** Sends one POST; every end is an outcome. */
export async function sendPost(
  connection: GraphConnection,
  { path, body, marked, created }: PostRequest,
  { token, deadlineMs }: PostOptions,
): Promise<PostingOutcome> {
  if (!(deadlineMs >= 1)) {
    return {
      kind: 'never-sent',
      error: new CodedError('GRAPH_UNREACHABLE', {}, { log: 'deadline has passed' }),
    };
  }
  // Anything else would be refused as a header by an error that quotes it.
  if (!/^[\x21-\x7e]+$/.test(token)) {
    return {
      kind: 'unauthorized',
      error: new CodedError('SIGN_IN_EXPIRED', {}, { log: 'not an access token' }),
    };
  }
  const call = { method: 'POST', path, body, token, deadlineMs: Math.floor(deadlineMs) } as const;
  return postingOutcome(await callGraph(connection, call), { marked, created });
}
