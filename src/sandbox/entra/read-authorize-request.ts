import type { SandboxApp } from '../tenant/tenant.ts';
import { EntraError } from './entra-error.ts';

/** An authorization request whose client and redirect URI are known, so that errors may be sent back to it. */
export interface AuthorizeRequest {
  readonly redirectUri: string;
  readonly responseMode: 'query' | 'fragment';
  readonly state: string | undefined;
  readonly prompt: string | undefined;
  readonly loginHint: string | undefined;
}

/**
 * Reads where an answer may go.
 *
 * @throws EntraError `unknownClient`, `redirectUnknown`: to be shown, never redirected.
 */
export function readAuthorizeRequest(query: URLSearchParams, app: SandboxApp): AuthorizeRequest {
  const clientId = query.get('client_id') ?? '';
  const redirectUri = query.get('redirect_uri') ?? '';
  if (clientId !== app.id) throw new EntraError('unknownClient', clientId);
  if (!app.redirectUris.includes(redirectUri)) throw new EntraError('redirectUnknown', redirectUri);
  return {
    redirectUri,
    responseMode: query.get('response_mode') === 'fragment' ? 'fragment' : 'query',
    state: query.get('state') ?? undefined,
    prompt: query.get('prompt') ?? undefined,
    loginHint: query.get('login_hint') ?? undefined,
  };
}
