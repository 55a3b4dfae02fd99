import { createHash } from 'node:crypto';
import { CodedError } from '../conversations/errors/coded-error.ts';
import { personKey, type Person } from '../conversations/person.ts';
import type { ExchangeAnswer, SignIn } from '../conversations/ports/sign-in.ts';
import type { EntraClient } from './entra-client.ts';
import type { EntraRefusal } from './entra-refusal.ts';
import { readEntraRefusal } from './read-entra-refusal.ts';
import { graphScopes } from './graph-scopes.ts';
import type { IdentityContext } from './identity-context.ts';
import type { Partition } from './partition-turns.ts';
import { readKeptToken } from './read-kept-token.ts';
import { samePerson } from './same-person.ts';
import { acquireSilently } from './acquire-silently.ts';
import { createSingleFlight } from './single-flight.ts';

/**
 * `exchange` answers `signin/tokenExchange`: the card's ticket, then the token, then silent, then on-behalf-of.
 * Every client of the person sends the same exchange, perhaps to another instance, so the ticket stays and each call is
 * answered; whoever comes second finds the token that the first one brought. `exchangeAssertion` does the same with a token
 * that has been checked, without a card.
 */
export function createExchangeToken(
  context: IdentityContext,
): Pick<SignIn, 'exchange' | 'exchangeAssertion'> {
  const { tickets, challenges, clock, configuration, checkSsoToken, turns, log } = context;
  const scopes = graphScopes(configuration);
  const flights = createSingleFlight<ExchangeAnswer>();

  async function exchange(person: Person, assertion: string): Promise<ExchangeAnswer> {
    try {
      const claims = await challenges.read(person);
      if (claims === undefined && (await readKeptToken(context, person)).token) return { kind: 'signed-in' };
      return await turns(person, (partition) => inTurn(person, assertion, partition));
    } catch (error) {
      return answer(person, error, refusalOf(person, error, undefined));
    }
  }

  async function inTurn(person: Person, assertion: string, partition: Partition): Promise<ExchangeAnswer> {
    let client: EntraClient | undefined;
    try {
      // Read in the turn: whoever was before may have met it.
      const claims = await challenges.read(person);
      client = await context.clientFor(person, partition);
      if (claims === undefined && (await silently(client, person))) return { kind: 'signed-in' };
      const wanted = claims === undefined ? {} : { claims };
      await client.app.acquireTokenOnBehalfOf({ oboAssertion: assertion, scopes, ...wanted });
      if (claims !== undefined) await challenges.forget(person);
      return { kind: 'signed-in' };
    } catch (error) {
      const refusal = refusalOf(person, error, client);
      if (refusal.kind === 'sign-in' && refusal.claims !== undefined) {
        await challenges.write(person, refusal.claims);
      }
      return answer(person, error, refusal);
    }
  }

  /** What the partition can no longer do, the assertion may; only a wait ends the attempt. */
  async function silently(client: EntraClient, person: Person): Promise<boolean> {
    try {
      return (await acquireSilently(client.app, person, { scopes })) !== undefined;
    } catch (error) {
      if (refusalOf(person, error, client).kind === 'wait') throw error;
      return false;
    }
  }

  function refusalOf(person: Person, error: unknown, client: EntraClient | undefined): EntraRefusal {
    return readEntraRefusal(error, client?.lastAnswer(), { person, configuration, now: clock.now() });
  }

  function answer(person: Person, error: unknown, refusal: EntraRefusal): ExchangeAnswer {
    const fields = { code: refusal.error.code, tenant: person.tenantId, person: person.objectId, error };
    if (refusal.kind === 'wait') {
      if (refusal.operator) log.error(fields, 'Entra refuses the app registration or its settings');
      else log.warn(fields, 'no exchange at the moment');
      return { kind: 'wait', until: refusal.until, error: refusal.error };
    }
    log.info(fields, 'single sign-on was not enough');
    // Anything else that only the person can cure (a second factor, say) is cured behind the card's button, too.
    return { kind: refusal.kind === 'rejected' ? 'rejected' : 'consent', error: refusal.error };
  }

  function exchangeAssertion(person: Person, token: string): Promise<ExchangeAnswer> {
    const flight = `${personKey(person)} ${createHash('sha256').update(token).digest('base64url')}`;
    return flights(flight, () => exchange(person, token));
  }

  async function isOutstanding(exchangeId: string, person: Person, chatId: string): Promise<boolean> {
    const ticket = await tickets.find('sign-in-card', exchangeId, clock.now());
    return ticket !== undefined && samePerson(ticket.person, person) && ticket.chatId === chatId;
  }

  const answerClient: SignIn['exchange'] = async ({ person, chatId, exchangeId, token }) => {
    if (exchangeId !== undefined && !(await isOutstanding(exchangeId, person, chatId))) {
      const reason = { log: 'no such sign-in card of this person in this chat' };
      const error = new CodedError('SIGN_IN_REJECTED', {}, reason);
      log.warn({ code: error.code, tenant: person.tenantId, person: person.objectId }, error.message);
      return { kind: 'rejected', error };
    }
    try {
      await checkSsoToken(token, person);
    } catch (error) {
      if (!(error instanceof CodedError)) throw error;
      if (error.code !== 'SIGN_IN_UNAVAILABLE') return { kind: 'rejected', error };
      return answer(person, error, refusalOf(person, error, undefined));
    }
    return exchangeAssertion(person, token);
  };
  return { exchange: answerClient, exchangeAssertion };
}
