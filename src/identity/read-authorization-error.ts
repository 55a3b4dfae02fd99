import { CodedError } from '../conversations/errors/coded-error.ts';
import { adminConsentLink } from './admin-consent-link.ts';
import type { IdentityConfiguration } from './identity-configuration.ts';

/**
 * What an error in the query of `/auth/end` means (RFC 6749 §4.1.2.1, with Entra's numbers in the description).
 * 90094 and 90095: only an administrator may agree; 65001 says so too where it names one.
 */
export function readAuthorizationError(
  query: URLSearchParams,
  configuration: IdentityConfiguration,
  tenantId: string,
): CodedError {
  const error = query.get('error') ?? '';
  const description = query.get('error_description') ?? '';
  const forAdmin =
    /AADSTS9009[345]\b/.test(description) ||
    (/AADSTS65001\b/.test(description) && /admin/i.test(description) && error !== 'access_denied');
  if (forAdmin) {
    return new CodedError('ADMIN_CONSENT_REQUIRED', { link: adminConsentLink(configuration, tenantId) });
  }
  if (error === 'access_denied') return new CodedError('SIGN_IN_CANCELLED');
  if (error === 'server_error' || error === 'temporarily_unavailable') {
    return new CodedError('SIGN_IN_UNAVAILABLE');
  }
  return new CodedError('SIGN_IN_REJECTED', {}, { log: 'Entra sent the browser back with an error' });
}
