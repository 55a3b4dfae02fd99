import { isPlanned } from '../../../conversations/schedule/is-planned.ts';
import type { TeamsParts } from '../teams-parts.ts';
import type { Turn } from '../turn.ts';

/** What of a person's goes on only with their sign-in: everything that is neither done nor waits for their decision. */
const needsToken = new Set(['accepted', 'waiting', 'sending', 'unknown']);

/** `sign out`: forgets the sign-in everywhere, and says what waits for the next one. */
export async function onSignOut(turn: Turn, parts: TeamsParts): Promise<void> {
  const { signIn, conversations, watches, messages, texts } = parts;
  await watches.leaving(turn.author);
  await signIn.signOut(turn.author);
  const open = await conversations.pending(turn.author);
  const planned = open.filter(isPlanned).length;
  const waiting = open.filter(({ state }) => needsToken.has(state)).length - planned;
  const lines = [
    texts.signIn.signedOut,
    ...(waiting > 0 ? [texts.signIn.waitsForSignIn(waiting)] : []),
    ...(planned > 0 ? [texts.signIn.plannedNeedSignIn(planned)] : []),
  ];
  await messages.send(turn.place, { text: lines.join(' ') });
}
