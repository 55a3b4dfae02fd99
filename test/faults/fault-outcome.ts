import type { Misfortune } from '../../src/sandbox/server/faults.ts';
import { isLate } from './fault-case.ts';

/** How long a slow answer takes, in milliseconds; less than the bot waits for. */
const slow = 300;

/** What Graph answers with a status, as far as the bot reads it. */
const codes: Readonly<Record<string, string>> = {
  401: 'InvalidAuthenticationToken',
  404: 'ErrorItemNotFound',
  408: 'RequestTimeout',
  429: 'TooManyRequests',
  500: 'InternalServerError',
  502: 'BadGateway',
  503: 'ServiceUnavailable',
  504: 'GatewayTimeout',
};

/**
 * @param parts.address where the POST goes, which a redirect names again: who follows it posts twice
 * @param parts.heldUntil when Graph acts on a POST that is late
 */
export function faultOutcome(
  fault: string,
  { address, heldUntil }: { address: string; heldUntil: Promise<unknown> },
): Misfortune {
  if (isLate(fault)) return { heldUntil };
  if (fault === 'early-send') return 'reset';
  if (fault === 'reset' || fault === 'hang') return fault;
  if (fault === 'slow') return { delayMs: slow };
  if (fault === '307') return { status: 307, headers: { Location: address } };
  return {
    status: Number(fault),
    ...(fault === '429' && { headers: { 'Retry-After': '1' } }),
    body: { error: { code: codes[fault], message: 'Made for a test.' } },
  };
}
