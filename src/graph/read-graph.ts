import { CodedError } from '../conversations/errors/coded-error.ts';
import { callGraph } from './call-graph.ts';
import type { GraphConnection } from './graph-connection.ts';
import { readError } from './read-error.ts';

/** Longest time for one read; people wait for it. */
const readDeadline = 10_000;

export interface ReadRequest {
  /** Below the version, encoded. */
  path: string;
  token: string;
  headers?: Readonly<Record<string, string>>;
  /** Milliseconds; no read takes longer than 10 s. */
  deadlineMs?: number;
}

/**
 * One GET: the body of its answer, which is an object.
 *
 * @throws CodedError as `readError` says; GRAPH_UNREACHABLE for a body that cannot be read.
 */
export async function readGraph(
  connection: GraphConnection,
  { path, token, headers = {}, deadlineMs = readDeadline }: ReadRequest,
): Promise<Record<string, unknown>> {
  if (!/^[\x21-\x7e]+$/.test(token))
    throw new CodedError('SIGN_IN_EXPIRED', {}, { log: 'not an access token' });
  const call = {
    ...({ method: 'GET', path, token, headers } as const),
    deadlineMs: Math.ceil(Math.min(deadlineMs, readDeadline)),
  };
  const reply = await callGraph(connection, call);
  if (reply.kind === 'silence' || reply.status !== 200) throw readError(reply);
  if (typeof reply.body === 'object' && reply.body !== null) return reply.body as Record<string, unknown>;
  throw new CodedError('GRAPH_UNREACHABLE', {}, { log: 'GRAPH_UNREACHABLE: unreadable body under 200' });
}
