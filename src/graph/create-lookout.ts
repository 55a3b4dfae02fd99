import { CodedError } from '../conversations/errors/coded-error.ts';
import type { Log } from '../conversations/ports/log.ts';
import type { LookAnswer, Lookout, LookQuery } from '../conversations/ports/lookout.ts';
import type { GraphConnection } from './graph-connection.ts';
import { createLookReads } from './look-reads.ts';
import { lookForPost } from './look-for-post.ts';

/** Looks into the groups' mailboxes behind Graph, as `conversations/` wants it: one read at a time. */
export function createLookout({ log, ...connection }: GraphConnection & { log: Log }): Lookout {
  return {
    async look(query, options) {
      const started = performance.now();
      const answer = await lookSafely(connection, query, options);
      const ms = Math.round(performance.now() - started);
      const fields = { route: `LOOK ${query.kind}`, state: answer.kind, ms };
      if (answer.kind === 'complete')
        log.info({ ...fields, count: answer.found.length }, 'looked for a post');
      else log.warn({ ...fields, code: answer.error.code, error: answer.error }, 'could not look for a post');
      return answer;
    },
  };
}

async function lookSafely(
  connection: GraphConnection,
  query: LookQuery,
  options: { token: string; deadlineMs: number },
): Promise<LookAnswer> {
  try {
    return { kind: 'complete', found: await lookForPost(createLookReads(connection, options), query) };
  } catch (cause) {
    const error = cause instanceof CodedError ? cause : new CodedError('INTERNAL', {}, { cause });
    const { claims, retryAfterMs } = error.details;
    return {
      kind: 'incomplete',
      error,
      ...(error.code === 'SIGN_IN_EXPIRED' && { unauthorized: true }),
      ...(claims !== undefined && { claims }),
      ...(retryAfterMs !== undefined && { retryAfterMs: Number(retryAfterMs) }),
    };
  }
}
