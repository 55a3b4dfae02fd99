import type { Person } from '../../conversations/person.ts';
import type { TeamsParts } from '../turns/teams-parts.ts';
import { closeSignInCards } from './shown-sign-in-cards.ts';

/**
 * Somebody has signed in: what waited goes on, and after the pop-up, which leaves its card as it is, cards that still ask
 * for it are put away.
 */
export async function afterSignIn(
  person: Person,
  how: 'silent' | 'browser',
  parts: Pick<TeamsParts, 'conversations' | 'background' | 'tickets' | 'messages' | 'clock' | 'log'>,
): Promise<void> {
  await parts.conversations.signedIn(person);
  if (how === 'browser') parts.background.run('close sign-in cards', () => closeSignInCards(person, parts));
}
