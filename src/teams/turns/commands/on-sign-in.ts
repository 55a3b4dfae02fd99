import { askToSignIn } from '../../signin/ask-to-sign-in.ts';
import type { TeamsParts } from '../teams-parts.ts';
import type { Turn } from '../turn.ts';

/** `sign in`: asks in the person's own chat, and says so where it was typed. */
export async function onSignIn({ author: person, place }: Turn, parts: TeamsParts): Promise<void> {
  const { inOwnChatOnly: line, openPersonalChat } = parts.texts.signIn;
  if ((await askToSignIn({ person, place, anew: true, line }, parts)) === 'nowhere')
    await parts.messages.send(place, { text: openPersonalChat });
}
