import { CodedError, type ErrorDetails } from '../conversations/errors/coded-error.ts';
import type { ErrorCode } from '../conversations/errors/error-table.ts';
import { claimsChallenge } from './claims-challenge.ts';
import { classifyGraphError } from './classify-graph-error.ts';
import type { GraphReply } from './graph-reply.ts';
import { retryAfter } from './retry-after.ts';

/**
 * A read that failed, as a coded error: SIGN_IN_EXPIRED (`claims` in its details, if any), GRAPH_THROTTLED
 * (`retryAfterMs`, if any), GRAPH_UNREACHABLE for everything that may pass, else what a POST would have been told.
 */
export function readError(reply: GraphReply): CodedError {
  const { kind, error } = classifyGraphError(reply, { marked: false });
  if (kind === 'unknown' || kind === 'never-sent') return again(error, 'GRAPH_UNREACHABLE', {});
  if (reply.kind === 'silence') return error;
  const claims = claimsChallenge(reply.headers);
  if (kind === 'unauthorized' && claims !== undefined) return again(error, error.code, { claims });
  const wait = retryAfter(reply.headers);
  if (kind === 'throttled' && wait !== undefined)
    return again(error, error.code, { retryAfterMs: String(wait) });
  return error;
}

function again(error: CodedError, code: ErrorCode, details: ErrorDetails): CodedError {
  const log = error.message.replace('OUTCOME_UNKNOWN', code);
  return new CodedError(code, { ...error.details, ...details }, { cause: error.cause, log });
}
