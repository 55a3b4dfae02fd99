import { InteractionRequiredAuthError, type AuthError } from '@azure/msal-node';
import { CodedError } from '../conversations/errors/coded-error.ts';
import type { ErrorCode } from '../conversations/errors/error-table.ts';
import { meaningOf } from './aadsts.ts';
import type { EntraRefusal } from './entra-refusal.ts';

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
  const meaning = meaningOf(error.message) ?? (error.errorCode === 'consent_required' && 'CONSENT_REQUIRED');
  const coded = (code: ErrorCode): CodedError => new CodedError(code, {}, { cause: error });
  switch (meaning) {
    case 'ADMIN_CONSENT_REQUIRED':
      return { kind: 'consent', error: new CodedError(meaning, { link: adminLink }, { cause: error }) };
    case 'CONSENT_REQUIRED':
      return { kind: 'consent', error: coded(meaning) };
    case 'SIGN_IN_REJECTED':
      return { kind: 'rejected', error: coded(meaning) };
    default: {
      if (!meaning && !personal.has(error.errorCode)) return undefined;
      const claims = error instanceof InteractionRequiredAuthError ? error.claims : '';
      const wanted = claims === '' ? {} : { claims };
      const step = claims === '' ? 'SIGN_IN_EXPIRED' : 'SIGN_IN_STEP_MISSING';
      return { kind: 'sign-in', ...wanted, error: coded(meaning || step) };
    }
  }
}
