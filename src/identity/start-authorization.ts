import { createHash } from 'node:crypto';
import { CodedError } from '../conversations/errors/coded-error.ts';
import type { SignIn } from '../conversations/ports/sign-in.ts';
import type { AuthorizationSecret } from './authorization-secret.ts';
import { graphScopes } from './graph-scopes.ts';
import type { IdentityContext } from './identity-context.ts';

const lifetimeMs = 10 * 60_000;

/**
 * Sends the browser of a sign-in card's button to Entra. The state is the ticket's id, the cookie binds the browser, and
 * PKCE (RFC 7636) and nonce bind code and id token; only the cookie's hash is stored. Entra is told what an earlier token
 * of the person lacked.
 */
export function createStartAuthorization(context: IdentityContext): SignIn['startAuthorization'] {
  const { configuration, tickets, challenges, clock, ids, log } = context;
  return async (id, language) => {
    // The button of a card outlives its exchange: it only begins a sign-in, which must end as the card's person.
    const card =
      (await tickets.find('sign-in-card', id, clock.now())) ??
      (await tickets.find('shown-card', id, clock.now()));
    if (!card) return { kind: 'refused', error: new CodedError('SIGN_IN_LINK_EXPIRED') };
    if (!configuration.allowedTenants.has(card.person.tenantId))
      return { kind: 'refused', error: new CodedError('TENANT_NOT_ALLOWED') };
    const state = ids.secret();
    const cookie = ids.secret();
    // Two secrets: RFC 7636 §4.1 wants at least 43 characters.
    const verifier = `${ids.secret()}${ids.secret()}`;
    const nonce = ids.secret();
    const claims = await challenges.read(card.person);
    let location: string;
    try {
      const { app } = await context.clientFor(card.person);
      location = await app.getAuthCodeUrl({
        scopes: graphScopes(configuration),
        redirectUri: `${configuration.server.publicUrl}/auth/end`,
        state,
        nonce,
        codeChallenge: sha256(verifier),
        codeChallengeMethod: 'S256',
        ...(claims !== undefined && { claims }),
      });
    } catch (error) {
      if (!(error instanceof CodedError)) throw error;
      log.warn({ code: error.code, error }, 'no authorization at the moment');
      return { kind: 'refused', error };
    }
    const secret: AuthorizationSecret = {
      ...{ verifier, nonce, browser: sha256(cookie) },
      ...(claims !== undefined && { claims }),
      ...(language !== undefined && { language }),
    };
    await tickets.put({
      kind: 'authorization',
      id: state,
      person: card.person,
      chatId: card.chatId,
      secret: JSON.stringify(secret),
      expiresAt: new Date(clock.now().getTime() + lifetimeMs),
    });
    return {
      kind: 'redirect',
      location,
      cookie: { value: cookie, maxAgeSeconds: lifetimeMs / 1000 },
    };
  };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
