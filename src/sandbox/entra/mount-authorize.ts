import restify, { type Request, type Response, type Server } from 'restify';
import { readAuthorizeDemand } from './read-authorize-demand.ts';
import { readAuthorizeRequest, type AuthorizeRequest } from './read-authorize-request.ts';
import { delegatedPermissions } from './delegated-permissions.ts';
import { EntraError } from './entra-error.ts';
import type { EntraContext } from './entra-context.ts';
import { personOf } from './person-of.ts';
import { createInteractions, type Interaction } from './interactions.ts';
import { isTenant } from './is-tenant.ts';
import { readForm } from './read-form.ts';
import { accountPage } from './pages/account-page.ts';
import { consentPage } from './pages/consent-page.ts';
import { pagePolicy } from './pages/page-policy.ts';
import { refusalPage } from './pages/refusal-page.ts';

/** What the browser gets next: a page, or the way back to the app. */
type Step = { page: string; formOrigin: string } | { location: string };

/**
 * `GET` and `POST /{tenant}/oauth2/v2.0/authorize`: the person picks an account and agrees or declines.
 * The sandbox has no passwords: whoever opens the page may be anybody in the tenant.
 */
export function mountAuthorize(server: Server, context: EntraContext): void {
  const path = '/:tenant/oauth2/v2.0/authorize';
  const { tenant, consents } = context;
  const interactions = createInteractions(context);

  function begin(query: URLSearchParams): Step {
    const request = readAuthorizeRequest(query, tenant.app);
    try {
      const demand = readAuthorizeDemand(query, context.cloudOrigin());
      const hint = request.loginHint?.toLowerCase();
      const hinted = tenant.people.find((each) =>
        [each.id, each.userPrincipalName, each.mail].some((name) => name.toLowerCase() === hint),
      );
      const interaction: Interaction = { request, demand };
      if (request.prompt === 'none') {
        if (!hinted) throw new EntraError('loginRequired');
        if (missing(interaction, hinted.id).length > 0)
          throw new EntraError('consentInteraction', tenant.app.id);
        return finish(interaction, hinted.id);
      }
      const id = interactions.open(interaction);
      const picks = request.prompt === 'select_account' || request.prompt === 'login';
      return hinted && !picks ? pick(id, hinted.id) : choose(id, interaction);
    } catch (error) {
      if (!(error instanceof EntraError)) throw error;
      return back(request, refusal(error));
    }
  }

  function choose(id: string, { request }: Interaction): Step {
    return {
      page: accountPage({ appName: tenant.app.name, interaction: id, people: tenant.people }),
      formOrigin: new URL(request.redirectUri).origin,
    };
  }

  function pick(id: string, personId: string): Step {
    const interaction = interactions.find(id);
    const person = personOf(context, personId);
    context.rules.checkSignIn(personId);
    interaction.personId = personId;
    const needed = missing(interaction, personId);
    if (needed.length === 0 && interaction.request.prompt !== 'consent') {
      interactions.close(id);
      return finish(interaction, personId);
    }
    return {
      page: consentPage({
        appName: tenant.app.name,
        interaction: id,
        person,
        permissions: asked(interaction),
        blocked: consents.blocked(needed),
      }),
      formOrigin: new URL(interaction.request.redirectUri).origin,
    };
  }

  function decide(id: string, interaction: Interaction, decision: string): Step {
    const { request, personId } = interaction;
    if (personId === undefined) throw new EntraError('interactionExpired');
    interactions.close(id);
    const blocked = consents.blocked(missing(interaction, personId)).length > 0;
    if (decision !== 'accept' || blocked) {
      return back(request, refusal(new EntraError(blocked ? 'adminConsentMissing' : 'consentDeclined')));
    }
    consents.grant(personId, asked(interaction));
    return finish(interaction, personId);
  }

  function asked({ demand: { scopes } }: Interaction): string[] {
    return scopes.permissions.includes('.default')
      ? [...delegatedPermissions]
      : delegatedPermissions.filter((each) => scopes.permissions.includes(each));
  }

  /** `.default` asks only where nothing was agreed to yet (documented for Entra's `.default` scope). */
  function missing(interaction: Interaction, personId: string): string[] {
    const granted = consents.granted(personId);
    const settled = interaction.demand.scopes.permissions.includes('.default') && granted.length > 0;
    return settled ? [] : asked(interaction).filter((each) => !granted.includes(each));
  }

  function finish({ request, demand }: Interaction, personId: string): Step {
    const { scope, nonce, codeChallenge, met } = demand;
    const { redirectUri } = request;
    return back(request, {
      code: context.codes.issue({ personId, redirectUri, scope, nonce, codeChallenge, met }),
    });
  }

  server.get(path, (request: Request, response: Response, next) => {
    answer(context, request, response, () =>
      begin(new URL(request.url ?? '/', context.pageOrigin()).searchParams),
    );
    next();
  });
  const parseForm = restify.plugins.bodyParser({ mapParams: false, maxBodySize: 65_536 });
  server.post(path, parseForm, (request: Request, response: Response, next) => {
    answer(context, request, response, () => {
      const form = readForm(request);
      const id = form('interaction') ?? '';
      const interaction = interactions.find(id);
      const personId = form('person');
      const decision = form('decision');
      if (decision !== undefined) return decide(id, interaction, decision);
      if (!tenant.people.some((each) => each.id === personId)) return choose(id, interaction);
      return pick(id, personId ?? '');
    });
    next();
  });
}

function refusal(error: EntraError): Record<string, string> {
  return { error: error.error, error_description: error.message };
}

function back(request: AuthorizeRequest, fields: Record<string, string>): Step {
  const location = new URL(request.redirectUri);
  const answer = new URLSearchParams(location.search);
  const all = { ...fields, ...(request.state === undefined ? {} : { state: request.state }) };
  if (request.responseMode === 'fragment') {
    location.hash = new URLSearchParams(all).toString();
  } else {
    for (const [name, value] of Object.entries(all)) answer.set(name, value);
    location.search = answer.toString();
  }
  return { location: location.href };
}

function answer(context: EntraContext, request: Request, response: Response, step: () => Step): void {
  const headers = { 'cache-control': 'no-store', 'content-type': 'text/html; charset=utf-8' };
  try {
    const tenant = String(request.params['tenant']);
    if (!isTenant(context.tenant, tenant)) throw new EntraError('tenantNotFound', tenant);
    const next = step();
    // 303, so that a posted decision is followed by a GET.
    if ('location' in next) response.sendRaw(303, '', { ...headers, location: next.location });
    else
      response.sendRaw(200, next.page, {
        ...headers,
        'content-security-policy': pagePolicy(next.formOrigin),
      });
  } catch (error) {
    if (!(error instanceof EntraError)) throw error;
    const policy = { 'content-security-policy': pagePolicy('') };
    response.sendRaw(error.status, refusalPage(error.message), { ...headers, ...policy });
  }
}
