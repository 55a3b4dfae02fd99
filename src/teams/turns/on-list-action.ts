import { cardVerbs } from '../cards/card-verbs.ts';
import { emptyDraft, openForm } from '../forms/open-form.ts';
import { showMore } from '../lists/show-more.ts';
import type { ActionAnswer } from './action-answer.ts';
import { onRecent } from './commands/on-recent.ts';
import { onUse } from './commands/on-use.ts';
import { openReply } from './open-reply.ts';
import type { TeamsParts } from './teams-parts.ts';
import type { Turn } from './turn.ts';

type Data = Readonly<Record<string, unknown>>;

/**
 * A button of a list. Its data only say what is meant: whoever presses it looks and posts with their own rights.
 *
 * @returns undefined when the verb is none of a list
 */
export async function onListAction(
  turn: Turn,
  verb: string,
  data: Data,
  parts: TeamsParts,
): Promise<ActionAnswer | undefined> {
  const { texts } = parts;
  const group = textIn(data, 'groupId');
  const conversation = textIn(data, 'conversationId');
  const opened = { kind: 'message', text: texts.formOpened, shown: true } as const;
  switch (verb) {
    case cardVerbs.reply:
      await openReply(turn, { draft: { ...emptyDraft, kind: 'reply', group, conversation } }, parts);
      return opened;
    case cardVerbs.threadIn:
      await openForm(turn, { draft: { ...emptyDraft, kind: 'thread', group, conversation } }, parts);
      return opened;
    case cardVerbs.startIn:
      await openForm(turn, { draft: { ...emptyDraft, group } }, parts);
      return opened;
    case cardVerbs.recent:
      await onRecent(turn, { kind: 'recent', group }, parts);
      return { kind: 'message', text: texts.list.isBelow, shown: true };
    case cardVerbs.use:
      await onUse(turn, { kind: 'use', group }, parts);
      return { kind: 'message', text: texts.list.isBelow, shown: true };
    case cardVerbs.more:
      return showMore(
        turn,
        {
          ...{ id: textIn(data, 'listId'), from: Number(textIn(data, 'from')), group },
          candidatesOf: textIn(data, 'candidatesOf'),
        },
        parts,
      );
    default:
      return undefined;
  }
}

function textIn(data: Data, name: string): string {
  const value = data[name];
  return typeof value === 'string' ? value : '';
}
