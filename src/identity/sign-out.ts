import { personKey } from '../conversations/person.ts';
import type { SignIn } from '../conversations/ports/sign-in.ts';
import type { IdentityContext } from './identity-context.ts';

/**
 * Forgets a person: first what is outstanding, so that no card, browser or code brings new tokens, then the tokens, in
 * their turn, so that a refresh under way cannot write them back.
 */
export function createSignOut({
  tickets,
  partitions,
  turns,
  log,
}: Pick<IdentityContext, 'tickets' | 'partitions' | 'turns' | 'log'>): SignIn['signOut'] {
  return async (person) => {
    await tickets.forget(person);
    await turns(personKey(person), () => partitions.forget(person));
    log.info({ tenant: person.tenantId, person: person.objectId }, 'signed out');
  };
}
