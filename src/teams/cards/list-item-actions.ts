import type { ListItem } from '../../conversations/ports/lists.ts';
import type { Texts } from '../texts/texts.ts';
import type { CardAction } from './adaptive-card.ts';
import { cardVerbs } from './card-verbs.ts';
import { executeAction } from './execute-action.ts';
import { housekeepingActions } from './housekeeping-actions.ts';
import { outlookLink } from '../../conversations/outlook-link.ts';

/**
 * What can be done about a line of a list: one button, the rest in the overflow, because Teams shows six for a card. Their
 * data name group and conversation, not the line: whoever presses acts with their own rights, also when the list is old.
 */
export function listItemActions(
  { group, conversation }: ListItem,
  { texts, outlook }: { texts: Texts; outlook: string },
): CardAction[] {
  const { announcement, list } = texts;
  const link = group.mail === undefined ? undefined : outlookLink(outlook, group.mail);
  const open: CardAction[] =
    link === undefined
      ? []
      : [{ type: 'Action.OpenUrl', title: texts.receipt.openInOutlook, url: link, mode: 'secondary' }];
  const secondary = true;
  if (conversation === undefined) {
    const data = { groupId: group.id };
    return [
      executeAction({ title: list.start, verb: cardVerbs.startIn, data }),
      executeAction({ title: list.recent, verb: cardVerbs.recent, data, secondary }),
      executeAction({ title: list.use, verb: cardVerbs.use, data, secondary }),
      executeAction({ title: announcement.watch, verb: cardVerbs.watch, data, secondary }),
      ...open,
    ];
  }
  const data = { groupId: group.id, conversationId: conversation.id };
  return [
    executeAction({ title: list.reply, verb: cardVerbs.reply, data }),
    executeAction({ title: list.newThread, verb: cardVerbs.threadIn, data, secondary }),
    executeAction({ title: announcement.watch, verb: cardVerbs.watch, data, secondary }),
    ...housekeepingActions(data, texts),
    ...open,
  ];
}
