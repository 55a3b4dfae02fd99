import { CodedError, type ErrorDetails } from '../conversations/errors/coded-error.ts';
import type { ErrorCode } from '../conversations/errors/error-table.ts';
import type { PostingOutcome } from '../conversations/ports/mailbox.ts';
import { claimsChallenge } from './claims-challenge.ts';
import { graphErrorBody, type GraphErrorBody } from './graph-error-body.ts';
import type { GraphReply } from './graph-reply.ts';
import { namesMarker } from './names-marker.ts';
import { retryAfter } from '../conversations/retry-after.ts';
import { shortenMessage } from './shorten-message.ts';
import { wasNeverSent } from './was-never-sent.ts';

export type FailedPosting = Exclude<PostingOutcome, { kind: 'created' }>;

/** 403 for what the app may do, as opposed to what the person may do: learn.microsoft.com/graph/resolve-auth-errors. */
const lacksScope =
  /insufficient privileges|missing scope|missing role|required scope|\bscp\b|AccessDenied_MissingScope/i;

const mailboxMissing = /MailboxNotEnabledForRESTAPI|MailboxNotSupportedForRESTAPI/i;

/**
 * What became of a POST that was not answered with 2xx. Only what proves that nothing was created is an error; a
 * timeout, a reset, 408 and 5xx may each hide a post that exists.
 *
 * @param options.marked whether the post carried a marker
 */
export function classifyGraphError(reply: GraphReply, options: { marked: boolean }): FailedPosting {
  if (reply.kind === 'silence') {
    return wasNeverSent(reply.error)
      ? { kind: 'never-sent', error: new CodedError('GRAPH_UNREACHABLE', {}, { cause: reply.error }) }
      : { kind: 'unknown', error: new CodedError('OUTCOME_UNKNOWN', {}, { cause: reply.error }) };
  }
  const { status, headers } = reply;
  const body = graphErrorBody(reply.body);
  const coded = (code: ErrorCode, details?: ErrorDetails): CodedError =>
    codedError(code, status, body, details);
  switch (status) {
    case 401: {
      const claims = claimsChallenge(headers);
      const error = coded('SIGN_IN_EXPIRED');
      return { kind: 'unauthorized', error, ...(claims !== undefined && { claims }) };
    }
    case 404: {
      const code = mailboxMissing.test(body.code) ? 'MAILBOX_UNAVAILABLE' : 'TARGET_GONE';
      return { kind: 'not-found', error: coded(code) };
    }
    case 429: {
      const retryAfterMs = retryAfter(headers);
      const error = coded('GRAPH_THROTTLED');
      return { kind: 'throttled', error, ...(retryAfterMs !== undefined && { retryAfterMs }) };
    }
    case 413:
      return { kind: 'refused', error: coded('REQUEST_TOO_LARGE') };
    case 408:
      return { kind: 'unknown', error: coded('OUTCOME_UNKNOWN') };
    default:
      return otherStatus(status, body, options.marked, coded);
  }
}

function otherStatus(
  status: number,
  body: GraphErrorBody,
  marked: boolean,
  coded: (code: ErrorCode, details?: ErrorDetails) => CodedError,
): FailedPosting {
  if (status < 300 || status >= 500) return { kind: 'unknown', error: coded('OUTCOME_UNKNOWN') };
  const refused = refusedBecause(status, body, coded);
  const aboutMarker = marked && namesMarker(`${body.code} ${body.message}`);
  if ((status === 400 || status === 403) && aboutMarker) return { kind: 'marker-refused', error: refused };
  if (status < 400) return { kind: 'refused', error: refused, doubtful: true };
  if (status !== 403) return { kind: 'refused', error: refused };
  const missing =
    body.code === 'Authorization_RequestDenied' || lacksScope.test(`${body.code} ${body.message}`);
  return { kind: 'refused', error: coded(missing ? 'PERMISSION_MISSING' : 'POSTING_NOT_ALLOWED') };
}

function refusedBecause(
  status: number,
  body: GraphErrorBody,
  coded: (code: ErrorCode, details?: ErrorDetails) => CodedError,
): CodedError {
  // A body is never sent to where a redirect leads.
  if (status < 400) return coded('GRAPH_REDIRECTS', { status: String(status) });
  const message = shortenMessage(body.message);
  return message === ''
    ? coded('GRAPH_REFUSED_UNSAID', { status: String(status) })
    : coded('GRAPH_REFUSED', { message });
}

/** The log gets status and code; Graph's message may repeat what was typed. */
function codedError(
  code: ErrorCode,
  status: number,
  body: GraphErrorBody,
  details: ErrorDetails = {},
): CodedError {
  const graphCode = /^[\w.]{1,80}$/.test(body.code) ? ` ${body.code}` : '';
  return new CodedError(code, details, { log: `${code}: Graph answered ${status}${graphCode}` });
}
