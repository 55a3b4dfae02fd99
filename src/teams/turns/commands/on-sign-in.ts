import { askToSignIn } from '../../signin/ask-to-sign-in.ts';
import type { TeamsParts } from '../teams-parts.ts';
import type { Turn } from '../turn.ts';

/** `sign in`: asks in the person's own chat. */
export async function onSignIn({ author, place }: Turn, parts: TeamsParts): Promise<void> {
  if ((await askToSignIn({ person: author, place, anew: true }, parts)) === 'nowhere')
    await parts.messages.send(place, { text: parts.texts.signIn.openPersonalChat });
}
