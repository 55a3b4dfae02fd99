import type { Activity } from 'botbuilder';
import type { ReceiptPlace } from '../../conversations/request.ts';
import { readPlace } from '../turns/read-turn.ts';
import { withoutThread } from '../../conversations/without-thread.ts';

/**
 * The chat that the bot was put into or taken out of. For a team that is its channel General, whose id is the team's own,
 * whichever channel an event names.
 */
export function installedChat(activity: Activity): ReceiptPlace | undefined {
  const place = readPlace(activity);
  if (place?.chatType !== 'channel') return place;
  const { team } = (activity.channelData ?? {}) as { team?: { id?: unknown } };
  const chatId = typeof team?.id === 'string' ? team.id : withoutThread(place.chatId);
  return { ...place, chatId };
}
