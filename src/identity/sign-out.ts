import type { SignIn } from '../conversations/ports/sign-in.ts';
import type { IdentityContext } from './identity-context.ts';

/**
 * Forgets a person: first what is outstanding, so that no card, browser or code brings new tokens, then the tokens, in
 * their turn, so that a refresh under way in any instance cannot write them back.
 */
export function createSignOut({
  tickets,
  challenges,
  turns,
  log,
}: Pick<IdentityContext, 'tickets' | 'challenges' | 'turns' | 'log'>): SignIn['signOut'] {
  return async (person) => {
    await tickets.forget(person);
    await turns(person, (partition) => partition.forget());
    await challenges.forget(person);
    log.info({ tenant: person.tenantId, person: person.objectId }, 'signed out');
  };
}
