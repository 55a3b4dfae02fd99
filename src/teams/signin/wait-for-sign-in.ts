import type { Command } from '../commands/command.ts';
import type { TeamsParts } from '../turns/teams-parts.ts';
import type { Turn } from '../turns/turn.ts';
import { askToSignIn } from './ask-to-sign-in.ts';
import { personalPlace } from './personal-place.ts';

/** A question that was asked longer ago is not answered out of the blue, in milliseconds. */
const stillMeant = 3_600_000;

/** Asks the person to sign in, and keeps what they typed, so that it is done afterwards. */
export async function waitForSignIn(turn: Turn, command: Command, parts: TeamsParts): Promise<void> {
  const { author: person, place, chatId, resumed = false } = turn;
  // What a sign-in did not help goes on only by being asked again, not in circles.
  if (!resumed) {
    const expiresAt = new Date(parts.clock.now().getTime() + stillMeant);
    await parts.waitingCommands.put({
      ...{ person, chatId, expiresAt },
      command: JSON.stringify({ turn, command }),
    });
  }
  const asked = await askToSignIn({ person, place, button: resumed }, parts);
  const { messages, texts } = parts;
  // Nobody who asked here looks for the answer elsewhere without a word.
  if (place.chatType !== 'personal') {
    const { openPersonalChat, inOwnChat } = texts.signIn;
    await messages.send(place, { text: asked === 'nowhere' ? openPersonalChat : inOwnChat });
  }
  // Said where the card is.
  if (asked === 'outstanding')
    await messages.send(await personalPlace(person, place, parts), { text: texts.signIn.alreadyAsked });
}
