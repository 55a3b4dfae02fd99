import { CodedError } from '../conversations/errors/coded-error.ts';
import type { Ticket } from '../conversations/ports/tickets.ts';
import type { AuthorizationEnd, SignIn } from '../conversations/ports/sign-in.ts';
import { readAuthorizationError } from './read-authorization-error.ts';
import { readAuthorizationSecret, type AuthorizationSecret } from './authorization-secret.ts';
import type { IdentityContext } from './identity-context.ts';
import { redeemCode } from './redeem-code.ts';
import { sameBrowser } from './same-browser.ts';

const verificationMs = 10 * 60_000;

/** Takes the browser back from Entra: state once, same browser, code redeemed here, tokens only if the person's own. */
export function createEndAuthorization(context: IdentityContext): SignIn['endAuthorization'] {
  const { configuration, tickets, clock, ids, log } = context;

  async function end(
    { person, chatId }: Ticket,
    secret: AuthorizationSecret,
    { query, cookie }: { query: URLSearchParams; cookie: string | undefined },
  ): Promise<string> {
    if (!sameBrowser(cookie, secret.browser)) throw new CodedError('SIGN_IN_OTHER_BROWSER');
    if (query.has('error')) throw readAuthorizationError(query, configuration, person.tenantId);
    const code = query.get('code');
    if (!code) throw new CodedError('SIGN_IN_REJECTED', {}, { log: 'neither code nor error' });
    await redeemCode(context, person, { code, secret });
    const verification = ids.secret();
    const expiresAt = new Date(clock.now().getTime() + verificationMs);
    await tickets.put({ kind: 'verification', id: verification, person, chatId, expiresAt });
    return verification;
  }

  return async (query, cookie): Promise<AuthorizationEnd> => {
    // Used up before anything is looked at: a state that turned up in another browser is worth nothing any more.
    const ticket = await tickets.use('authorization', query.get('state') ?? '', clock.now());
    if (!ticket) return { kind: 'refused', error: new CodedError('SIGN_IN_LINK_EXPIRED') };
    const { person } = ticket;
    const who = { tenant: person.tenantId, person: person.objectId };
    const secret = readAuthorizationSecret(ticket.secret ?? '');
    const known = secret.language === undefined ? {} : { language: secret.language };
    try {
      const code = await end(ticket, secret, { query, cookie });
      log.info(who, 'signed in through the browser');
      return { kind: 'signed-in', person, code, ...known };
    } catch (error) {
      if (!(error instanceof CodedError)) throw error;
      log.warn({ ...who, code: error.code }, `sign-in through the browser refused: ${error.message}`);
      return { kind: 'refused', error, ...known };
    }
  };
}
