import { ChannelError } from '../channel/channel-error.ts';
import { personalPlace } from '../signin/personal-place.ts';
import type { TeamsParts } from '../turns/teams-parts.ts';
import type { Turn } from '../turns/turn.ts';

/**
 * The turn as it is answered in the author's own chat, because which groups somebody is in, and what is said there, is
 * nobody else's business; the chat where it was said is told so. Undefined when there is no such chat.
 */
export async function inOwnChat(turn: Turn, parts: TeamsParts): Promise<Turn | undefined> {
  const { texts, messages } = parts;
  if (turn.place.chatType === 'personal' || turn.place.onlyFor !== undefined) return turn;
  try {
    const place = await personalPlace(turn.author, turn.place, parts);
    await messages.send(turn.place, { text: texts.list.inOwnChat });
    return { ...turn, place };
  } catch (error) {
    if (!(error instanceof ChannelError)) throw error;
    await messages.send(turn.place, { text: texts.list.noOwnChat });
    return undefined;
  }
}
