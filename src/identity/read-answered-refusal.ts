import type { AuthError } from '@azure/msal-node';
import { CodedError } from '../conversations/errors/coded-error.ts';
import type { EntraRefusal } from './entra-refusal.ts';

/** AADSTS numbers ("Microsoft Entra authentication and authorization error codes", learn.microsoft.com). */
const adminConsent = [90093, 90094, 90095];
const consent = [65001, 65004];
/** Assertion: signature, audience, time, form, no user. Code: malformed, expired, redeemed, other verifier. */
const badProof = [50013, 500131, 500133, 50027, 7000114, 70000, 70008, 54005, 501481];
/** OAuth errors that a person's sign-in can cure; any other is about the app registration or the settings. */
const personal = new Set(['invalid_grant', 'interaction_required', 'consent_required', 'login_required']);

/**
 * Tells apart what Entra refused in so many words. `invalid_grant` comes with and without a suberror, so the number in
 * the description counts first.
 *
 * @param adminLink where an administrator grants consent.
 * @returns undefined when the registration or the settings are at fault.
 */
export function readAnsweredRefusal(error: AuthError, adminLink: string): EntraRefusal | undefined {
  const numbers = [...error.message.matchAll(/AADSTS(\d+)/g)].map((match) => Number(match[1]));
  const has = (known: number[]): boolean => numbers.some((each) => known.includes(each));
  const cause = { cause: error };
  if (has(adminConsent)) {
    return { kind: 'consent', error: new CodedError('ADMIN_CONSENT_REQUIRED', { link: adminLink }, cause) };
  }
  if (error.errorCode === 'consent_required' || has(consent)) {
    return { kind: 'consent', error: new CodedError('CONSENT_REQUIRED', {}, cause) };
  }
  if (has(badProof)) return { kind: 'rejected', error: new CodedError('SIGN_IN_REJECTED', {}, cause) };
  if (!personal.has(error.errorCode)) return undefined;
  return { kind: 'sign-in', error: new CodedError('SIGN_IN_EXPIRED', {}, cause) };
}
