import { randomUUID } from 'node:crypto';
import { delegatedPermissions } from './delegated-permissions.ts';
import { EntraError } from './entra-error.ts';
import type { EntraContext } from './entra-context.ts';
import { personClaims } from './person-claims.ts';
import type { WantedClaims } from './read-claims.ts';
import type { RequestedScopes } from './read-scopes.ts';
import type { TokenAnswer } from './token-answer.ts';

const lifetimeSeconds = 3600;

export interface DelegatedRequest {
  readonly personId: string;
  readonly scopes: RequestedScopes;
  /** Policies that the person met when they signed in. */
  readonly met: readonly string[];
  readonly claims: WantedClaims;
  readonly nonce?: string | undefined;
  /** Whether this grant hands out a refresh token when `offline_access` was asked for. */
  readonly refreshable: boolean;
}

/**
 * Issues what a person agreed to: a Graph access token, with an id token for `openid` and a refresh token for
 * `offline_access`. The access token's `scp` is everything granted, not only what was asked for, as Entra does it.
 *
 * @throws EntraError `unknownResource`, `unknownScope`, `consentMissing`, or what stands in the person's way.
 */
export async function issueDelegatedTokens(
  context: EntraContext,
  request: DelegatedRequest,
): Promise<TokenAnswer> {
  const { personId, scopes, met } = request;
  context.rules.checkToken(personId, met);
  const granted = grantedPermissions(context, personId, scopes);
  const claims = personClaims(context, personId);
  const { tenant, signer, evaluation } = context;
  const { capabilities, notBefore } = request.claims;
  const uti = randomUUID();
  evaluation.issued(personId, uti, notBefore);
  const answer: TokenAnswer = {
    token_type: 'Bearer',
    scope: answeredScope(context, scopes, granted),
    expires_in: lifetimeSeconds,
    ext_expires_in: lifetimeSeconds,
    access_token: await signer.sign(
      {
        ...claims,
        aud: context.cloudOrigin(),
        azp: tenant.app.id,
        appid: tenant.app.id,
        scp: granted.join(' '),
        uti,
        ...(capabilities.length > 0 && { xms_cc: capabilities }),
      },
      lifetimeSeconds,
    ),
    client_info: Buffer.from(JSON.stringify({ uid: personId, utid: tenant.id })).toString('base64url'),
  };
  if (scopes.openId.has('openid')) {
    const nonce = request.nonce === undefined ? {} : { nonce: request.nonce };
    answer.id_token = await signer.sign({ ...claims, ...nonce, aud: tenant.app.id }, lifetimeSeconds);
  }
  if (request.refreshable && scopes.openId.has('offline_access')) {
    answer.refresh_token = context.refreshTokens.issue(personId, met);
  }
  return answer;
}

function grantedPermissions(context: EntraContext, personId: string, scopes: RequestedScopes): string[] {
  if (scopes.resource !== undefined && scopes.resource !== context.cloudOrigin()) {
    throw new EntraError('unknownResource', scopes.resource);
  }
  const named = scopes.permissions.filter((each) => each !== '.default');
  const unknown = named.find((each) => !delegatedPermissions.includes(each));
  if (unknown !== undefined) throw new EntraError('unknownScope', unknown);
  const granted = context.consents.granted(personId);
  const nothing = scopes.permissions.includes('.default') && granted.length === 0;
  if (nothing || named.some((each) => !granted.includes(each))) {
    throw new EntraError('consentMissing', context.tenant.app.id);
  }
  return granted;
}

/** Names permissions the way the caller did; `.default` is repeated, and clients find cached tokens by it. */
function answeredScope(context: EntraContext, scopes: RequestedScopes, granted: string[]): string {
  const asked = scopes.permissions.includes('.default') ? [...granted, '.default'] : granted;
  const prefix = scopes.bare ? '' : `${context.cloudOrigin()}/`;
  const openId = [...scopes.openId].filter((each) => each !== 'offline_access');
  return [...openId, ...asked.map((each) => `${prefix}${each}`)].join(' ');
}
