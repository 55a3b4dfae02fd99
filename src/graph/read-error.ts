import { CodedError, type ErrorDetails } from '../conversations/errors/coded-error.ts';
import type { ErrorCode } from '../conversations/errors/error-table.ts';
import { claimsChallenge } from './claims-challenge.ts';
import { classifyGraphError } from './classify-graph-error.ts';
import type { GraphReply } from './graph-reply.ts';
import { retryAfter } from '../conversations/retry-after.ts';

/**
 * A read that failed, as a coded error: SIGN_IN_EXPIRED (`claims` in its details, if any), GRAPH_THROTTLED
 * (`retryAfterMs`, if any), GRAPH_UNREACHABLE for everything that may pass, READING_NOT_ALLOWED or
 * READ_PERMISSION_MISSING for a 403, else what a POST would have been told.
 *
 * @param notAllowed what a 403 for what the person may do is called
 */
export function readError(
  reply: GraphReply,
  notAllowed: 'READING_NOT_ALLOWED' | 'DELETING_NOT_ALLOWED' = 'READING_NOT_ALLOWED',
): CodedError {
  const { kind, error } = classifyGraphError(reply, { marked: false });
  if (kind === 'unknown' || kind === 'never-sent') return again(error, 'GRAPH_UNREACHABLE', {});
  if (reply.kind === 'silence') return error;
  if (error.code === 'POSTING_NOT_ALLOWED') return again(error, notAllowed, {});
  if (error.code === 'PERMISSION_MISSING' && notAllowed === 'READING_NOT_ALLOWED')
    return again(error, 'READ_PERMISSION_MISSING', {});
  const claims = claimsChallenge(reply.headers);
  if (kind === 'unauthorized' && claims !== undefined) return again(error, error.code, { claims });
  const wait = retryAfter(reply.headers);
  if (kind === 'throttled' && wait !== undefined)
    return again(error, error.code, { retryAfterMs: String(wait) });
  return error;
}

function again(error: CodedError, code: ErrorCode, details: ErrorDetails): CodedError {
  const log = error.message.replace(error.code, code);
  return new CodedError(code, { ...error.details, ...details }, { cause: error.cause, log });
}
