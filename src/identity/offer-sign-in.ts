import type { SignIn } from '../conversations/ports/sign-in.ts';
import type { IdentityContext } from './identity-context.ts';

/** As long as a client may take to answer an OAuth card. */
const lifetimeMs = 15 * 60_000;

/** Opens a sign-in card's ticket: both its exchange and its button are found by it. */
export function createOfferSignIn({ configuration, tickets, clock, ids }: IdentityContext): SignIn['offer'] {
  return async (person, chatId, language) => {
    const lang = language === undefined ? '' : `&lang=${encodeURIComponent(language)}`;
    const exchangeId = ids.uuid();
    await tickets.put({
      kind: 'sign-in-card',
      id: exchangeId,
      person: { tenantId: person.tenantId, objectId: person.objectId },
      chatId,
      expiresAt: new Date(clock.now().getTime() + lifetimeMs),
    });
    return {
      exchangeId,
      resource: configuration.ssoResource,
      link: `${configuration.server.publicUrl}/auth/start?id=${encodeURIComponent(exchangeId)}${lang}`,
    };
  };
}
