import { CodedError } from '../conversations/errors/coded-error.ts';
import type { GraphConnection } from './graph-connection.ts';
import { readGraph } from './read-graph.ts';

/**
 * Far more than a look needs, and far less than what a mailbox takes from one app (10,000 requests in 10 minutes:
 * learn.microsoft.com/graph throttling-limits).
 */
const mostReads = 500;

/** The reads of one look: one after the other, all within its deadline. */
export interface LookReads {
  readonly connection: GraphConnection;
  /**
   * One GET, path below the version, encoded.
   *
   * @throws CodedError as `readError` says; GRAPH_UNREACHABLE after the deadline, LOOK_TOO_LARGE after 500 reads
   */
  get(path: string): Promise<Record<string, unknown>>;
}

/** @param options.deadlineMs milliseconds for all reads together */
export function createLookReads(
  connection: GraphConnection,
  { token, deadlineMs }: { token: string; deadlineMs: number },
): LookReads {
  const ends = performance.now() + deadlineMs;
  let reads = 0;
  return {
    connection,
    get(path) {
      const left = ends - performance.now();
      if (!(left > 0)) throw new CodedError('GRAPH_UNREACHABLE', {}, { log: 'the look took too long' });
      reads += 1;
      if (reads > mostReads)
        throw new CodedError('LOOK_TOO_LARGE', {}, { log: `a look of more than ${mostReads} reads` });
      return readGraph(connection, { path, token, deadlineMs: left });
    },
  };
}
