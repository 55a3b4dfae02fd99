import { CodedError } from '../conversations/errors/coded-error.ts';
import { meaningOf } from './aadsts.ts';
import { adminConsentLink } from './admin-consent-link.ts';
import type { IdentityConfiguration } from './identity-configuration.ts';

/**
 * What an error in the query of `/auth/end` means (RFC 6749 §4.1.2.1, with Entra's numbers in the description).
 * 65001 asks for an administrator where it names one.
 */
export function readAuthorizationError(
  query: URLSearchParams,
  configuration: IdentityConfiguration,
  tenantId: string,
): CodedError {
  const error = query.get('error') ?? '';
  const description = query.get('error_description') ?? '';
  const meaning = meaningOf(description);
  const forAdmin =
    meaning === 'ADMIN_CONSENT_REQUIRED' ||
    (/AADSTS65001\b/.test(description) && /admin/i.test(description) && error !== 'access_denied');
  if (forAdmin) {
    return new CodedError('ADMIN_CONSENT_REQUIRED', { link: adminConsentLink(configuration, tenantId) });
  }
  if (meaning === 'ACCOUNT_DISABLED' || meaning === 'SIGN_IN_BLOCKED') return new CodedError(meaning);
  if (error === 'access_denied') return new CodedError('SIGN_IN_CANCELLED');
  if (error === 'server_error' || error === 'temporarily_unavailable') {
    return new CodedError('SIGN_IN_UNAVAILABLE');
  }
  return new CodedError('SIGN_IN_REJECTED', {}, { log: 'Entra sent the browser back with an error' });
}
