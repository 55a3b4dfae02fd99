import { randomBytes } from 'node:crypto';
import restify, { type Request, type Response, type Server } from 'restify';
import { applicationPermissions } from './application-permissions.ts';
import { delegatedPermissions } from './delegated-permissions.ts';
import type { EntraContext } from './entra-context.ts';
import { EntraError } from './entra-error.ts';
import { isTenant } from './is-tenant.ts';
import { adminConsentPage } from './pages/admin-consent-page.ts';
import { pagePolicy } from './pages/page-policy.ts';
import { refusalPage } from './pages/refusal-page.ts';
import { readForm } from './read-form.ts';

const path = '/:tenant/adminconsent';
const lifetimeMs = 600_000;

/** Where the browser goes afterwards. */
interface Return {
  readonly redirectUri: string;
  readonly state: string | undefined;
}

/** Sends the browser from the authority's address, where links point, to the page's. */
export function redirectAdminConsent(server: Server, context: EntraContext): void {
  server.get(path, (request: Request, response: Response, next) => {
    response.sendRaw(302, '', { location: `${context.pageOrigin()}${request.url ?? ''}` });
    next();
  });
}

/**
 * `GET` and `POST /{tenant}/adminconsent`: an administrator agrees for everybody ("Grant tenant-wide admin consent").
 * The sandbox has no passwords: whoever opens the page may be the administrator. Without a `redirect_uri` the browser
 * goes to the app's first one, with `admin_consent=True`.
 */
export function mountAdminConsent(server: Server, context: EntraContext): void {
  const { tenant, consents } = context;
  const open = new Map<string, Return & { expiresAt: number }>();

  function begin(query: URLSearchParams): string {
    const clientId = query.get('client_id') ?? '';
    if (clientId !== tenant.app.id) throw new EntraError('unknownClient', clientId);
    const redirectUri = query.get('redirect_uri') ?? tenant.app.redirectUris[0] ?? '';
    if (!tenant.app.redirectUris.includes(redirectUri)) throw new EntraError('redirectUnknown', redirectUri);
    const interaction = randomBytes(24).toString('base64url');
    const expiresAt = context.now().getTime() + lifetimeMs;
    open.set(interaction, { redirectUri, state: query.get('state') ?? undefined, expiresAt });
    return interaction;
  }

  function decide(interaction: string, decision: string | undefined): string {
    const found = open.get(interaction);
    if (!found || found.expiresAt <= context.now().getTime()) throw new EntraError('interactionExpired');
    open.delete(interaction);
    const location = new URL(found.redirectUri);
    location.searchParams.set('admin_consent', 'True');
    location.searchParams.set('tenant', tenant.id);
    if (found.state !== undefined) location.searchParams.set('state', found.state);
    if (decision === 'accept') {
      consents.grantForAll();
      consents.grantToApp();
    } else {
      const { error, message } = new EntraError('consentDeclined');
      location.searchParams.set('error', error);
      location.searchParams.set('error_description', message);
    }
    return location.href;
  }

  server.get(path, (request: Request, response: Response, next) => {
    answer(context, request, response, () => {
      const interaction = begin(new URL(request.url ?? '/', context.pageOrigin()).searchParams);
      const page = adminConsentPage({
        appName: tenant.app.name,
        organisation: tenant.domain,
        interaction,
        permissions: [...delegatedPermissions, ...applicationPermissions],
      });
      const policy = pagePolicy(new URL(open.get(interaction)?.redirectUri ?? '').origin);
      response.sendRaw(200, page, headers({ 'content-security-policy': policy }));
    });
    next();
  });
  const parseForm = restify.plugins.bodyParser({ mapParams: false, maxBodySize: 65_536 });
  server.post(path, parseForm, (request: Request, response: Response, next) => {
    answer(context, request, response, () => {
      const form = readForm(request);
      const location = decide(form('interaction') ?? '', form('decision'));
      response.sendRaw(303, '', headers({ location }));
    });
    next();
  });
}

function answer(context: EntraContext, request: Request, response: Response, step: () => void): void {
  try {
    const name = String(request.params['tenant']);
    if (!isTenant(context.tenant, name)) throw new EntraError('tenantNotFound', name);
    step();
  } catch (error) {
    if (!(error instanceof EntraError)) throw error;
    const policy = { 'content-security-policy': pagePolicy('') };
    response.sendRaw(error.status, refusalPage(error.message), headers(policy));
  }
}

function headers(more: Record<string, string>): Record<string, string> {
  return { 'cache-control': 'no-store', 'content-type': 'text/html; charset=utf-8', ...more };
}
