import type { WatchTarget } from '../../watches/watch.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { confirmWatchCard } from '../cards/confirm-watch-card.ts';
import { ownView } from '../cards/own-view.ts';
import type { Texts } from '../texts/texts.ts';
import type { Turn } from '../turns/turn.ts';

/** Asks the author of a turn back before everybody in the chat is shown a group's mail. */
export function confirmWatch({ author, place }: Turn, target: WatchTarget, texts: Texts): AdaptiveCard {
  const { group, conversationId, topic } = target;
  return ownView(confirmWatchCard({ target, texts }), place, {
    ...{ view: 'watch', personId: author.objectId, groupId: group.id, groupName: group.name },
    ...(conversationId !== undefined && { conversationId }),
    ...(topic !== undefined && { topic }),
  });
}
