import { AuthError, ServerError } from '@azure/msal-node';
import { CodedError } from '../conversations/errors/coded-error.ts';
import type { Person } from '../conversations/person.ts';
import { adminConsentLink } from './admin-consent-link.ts';
import type { EntraStatus } from './entra-network.ts';
import type { EntraRefusal } from './entra-refusal.ts';
import type { IdentityConfiguration } from './identity-configuration.ts';
import { readAnsweredRefusal } from './read-answered-refusal.ts';

/** Waiting times where Entra names none, in milliseconds. */
const waits = { throttled: 60_000, unavailable: 15_000, registration: 300_000 };

/**
 * Tells apart what a token request ended in. MSAL's errors lack the HTTP status, and its own throttling has an empty
 * error code: hence error and answer together.
 *
 * @param answer what Entra last answered the application that threw.
 * @throws the error itself when neither Entra nor the way to it had a part in it.
 */
export function readEntraRefusal(
  error: unknown,
  answer: EntraStatus | undefined,
  about: { person: Person; configuration: IdentityConfiguration; now: Date },
): EntraRefusal {
  const wait = (code: CodedError['code'], wait: keyof typeof waits): EntraRefusal => ({
    kind: 'wait',
    until: new Date(about.now.getTime() + (answer?.retryAfterMs ?? waits[wait])),
    operator: wait === 'registration',
    error: new CodedError(code, {}, { cause: error }),
  });
  if (error instanceof CodedError) {
    if (error.code === 'SIGN_IN_UNAVAILABLE') return wait(error.code, 'unavailable');
    if (error.code === 'REGISTRATION_REFUSED') return wait(error.code, 'registration');
    throw error;
  }
  if (isThrottled(error, answer)) return wait('SIGN_IN_THROTTLED', 'throttled');
  if (answer && (answer.status === 0 || answer.status >= 500)) {
    return wait('SIGN_IN_UNAVAILABLE', 'unavailable');
  }
  if (!(error instanceof AuthError)) throw error;
  // MSAL found nothing in the cache that it could send.
  if (!answer) return { kind: 'sign-in', error: new CodedError('SIGN_IN_EXPIRED', {}, { cause: error }) };
  if (answer.status < 400) {
    // Answered well, and MSAL did not like the answer (another nonce, say).
    return { kind: 'rejected', error: new CodedError('SIGN_IN_REJECTED', {}, { cause: error }) };
  }
  const link = adminConsentLink(about.configuration, about.person.tenantId);
  return readAnsweredRefusal(error, link) ?? wait('REGISTRATION_REFUSED', 'registration');
}

function isThrottled(error: unknown, answer: EntraStatus | undefined): boolean {
  return answer?.status === 429 || (error instanceof ServerError && error.errorCode === '');
}
