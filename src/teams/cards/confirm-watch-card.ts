import type { WatchTarget } from '../../watches/watch.ts';
import type { Texts } from '../texts/texts.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { card } from './card.ts';
import { cardVerbs } from './card-verbs.ts';
import { executeAction } from './execute-action.ts';
import { textRun } from './text-run.ts';
import { watchedName } from './watched-name.ts';

/** Asks back before everybody in a chat is shown a group's mail. */
export function confirmWatchCard({ target, texts }: { target: WatchTarget; texts: Texts }): AdaptiveCard {
  const says = texts.watch.confirm(watchedName(target));
  const { conversationId, group } = target;
  const data = { groupId: group.id, ...(conversationId !== undefined && { conversationId }) };
  return card({
    summary: says,
    body: [
      { type: 'RichTextBlock', inlines: [textRun(says)] },
      {
        type: 'ActionSet',
        actions: [executeAction({ title: texts.watch.confirmButton, verb: cardVerbs.watchHere, data })],
      },
    ],
  });
}
