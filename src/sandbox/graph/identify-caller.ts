import type { SandboxTenant } from '../tenant/tenant.ts';
import type { GraphClaims } from './graph-claims.ts';
import type { Caller } from './graph-context.ts';
import { GraphRefusal } from './graph-refusal.ts';

/** How Graph is named as an audience, whatever address it has: its first URI and its application id. */
const graphAudiences = ['https://graph.microsoft.com', '00000003-0000-0000-c000-000000000000'];

export interface IdentifyOptions {
  tenant: SandboxTenant;
  now: () => Date;
  /** Origins of this Graph. */
  audiences: () => readonly string[];
  /** Checks the signature; rejects when the token is bad. */
  verify: (token: string) => Promise<GraphClaims>;
  /** What a token lacks since something happened to its session (claims, as JSON text). */
  challenge?: (claims: GraphClaims) => string | undefined;
}

/**
 * Who calls, from the `Authorization` header.
 *
 * @throws GraphRefusal 401 InvalidAuthenticationToken, with a challenge as Entra-protected services send it.
 */
export async function identifyCaller(header: string | undefined, options: IdentifyOptions): Promise<Caller> {
  const token = /^Bearer (\S+)$/i.exec(header ?? '')?.[1];
  if (token === undefined) throw unauthorized('Access token is empty.');
  const claims = await options.verify(token).catch(() => {
    throw unauthorized('Access token validation failure. Invalid signature or format.');
  });
  const { tenant, now, audiences } = options;
  const audience = claims.aud.replace(/\/$/, '');
  if (![...graphAudiences, ...audiences()].includes(audience)) {
    throw unauthorized('Access token validation failure. Invalid audience.');
  }
  if (claims.exp * 1000 <= now().getTime())
    throw unauthorized('Lifetime validation failed, the token is expired.');
  if (claims.tid !== tenant.id) throw unauthorized('Access token validation failure. Unknown tenant.');
  const wanted = options.challenge?.(claims);
  if (wanted !== undefined) throw challenged(wanted);
  if (claims.scp === undefined) return { claims, permissions: new Set(claims.roles) };
  const person = tenant.people.find(({ id }) => id === claims.oid);
  if (person === undefined) throw unauthorized('The identity of the calling user could not be established.');
  return { claims, person, permissions: new Set(claims.scp.split(' ')) };
}

function unauthorized(message: string, more = ''): GraphRefusal {
  return new GraphRefusal(401, 'InvalidAuthenticationToken', message, {
    'WWW-Authenticate': `Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize"${more}`,
  });
}

/** Continuous access evaluation ("Claims challenges, claims requests and client capabilities", learn.microsoft.com). */
function challenged(wanted: string): GraphRefusal {
  return unauthorized(
    'Continuous access evaluation resulted in challenge with result: InteractionRequired and code: TokenIssuedBeforeRevocationTimestamp',
    `, error="insufficient_claims", claims="${Buffer.from(wanted).toString('base64')}"`,
  );
}
