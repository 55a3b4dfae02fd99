import type { Person } from '../../conversations/person.ts';
import type { TeamsParts } from '../turns/teams-parts.ts';
import { closeSignInCards } from './shown-sign-in-cards.ts';

/**
 * Somebody has signed in: what waited goes on, and cards that still ask for it are put away. (The one whose token was
 * exchanged is hidden by the client itself, see `forgetSignInCard`.)
 */
export async function afterSignIn(
  person: Person,
  parts: Pick<TeamsParts, 'conversations' | 'background' | 'tickets' | 'messages' | 'clock' | 'log'>,
): Promise<void> {
  await parts.conversations.signedIn(person);
  parts.background.run('close sign-in cards', () => closeSignInCards(person, parts));
}
