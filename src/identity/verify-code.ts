import type { SignIn } from '../conversations/ports/sign-in.ts';
import type { IdentityContext } from './identity-context.ts';
import { samePerson } from './same-person.ts';

/** Checks the pop-up's one-time code; somebody else who sends it does not use it up. */
export function createVerifyCode({
  tickets,
  clock,
}: Pick<IdentityContext, 'tickets' | 'clock'>): SignIn['verify'] {
  return async (person, code) => {
    const ticket = await tickets.find('verification', code, clock.now());
    if (!ticket || !samePerson(ticket.person, person)) return false;
    return (await tickets.use('verification', code, clock.now())) !== undefined;
  };
}
