import type { GroupSummary } from '../../conversations/ports/directory.ts';
import { CodedError } from '../../conversations/errors/coded-error.ts';
import { findGroup } from '../../conversations/find-group.ts';
import { listRecentIn } from '../../conversations/list-recent.ts';
import type { ActionAnswer } from '../turns/action-answer.ts';
import { lookUp } from '../turns/look-up.ts';
import type { TeamsParts } from '../turns/teams-parts.ts';
import type { Turn } from '../turns/turn.ts';
import { keepList } from './keep-list.ts';
import { showList } from './show-list.ts';

/** The lines of a list that follow, as its button names them: all of it a client may have made up. */
export interface MoreWish {
  readonly id: string;
  /** The line to begin with; the first one is 0. */
  readonly from: number;
  /** The group whose conversations it lists; empty when they are of several, or when it lists groups. */
  readonly group: string;
}

/**
 * *More* under a list. Where others read it, whoever else presses gets the group's conversations with their own rights,
 * under numbers of their own, and so does its author when the list is too old.
 */
export async function showMore(turn: Turn, wish: MoreWish, parts: TeamsParts): Promise<ActionAnswer> {
  const { id, from, group } = wish;
  const owner = { person: turn.author, chatId: turn.chatId };
  const list = await parts.lists.find(owner, parts.clock.now());
  if (list !== undefined && list.id === id && list.items[from] !== undefined)
    return { kind: 'card', card: showList(turn, list, parts, { from }) };
  const old = { kind: 'message', text: parts.texts.list.old } as const;
  if (turn.place.chatType === 'personal' || group === '') return old;
  const { directory } = parts;
  const found = await lookUp(turn.author, parts, async (token) => {
    const known: GroupSummary = {
      ...(await findGroup(directory, token, group)),
      type: 'microsoft365',
      own: true,
    };
    return (await listRecentIn(directory, token, known)).items;
  });
  if (found.kind === 'sign-in') return { kind: 'sign-in', error: new CodedError('SIGN_IN_REQUIRED') };
  if (found.kind === 'failed') {
    const { says, next } = parts.texts.error(found.error);
    return { kind: 'message', text: `${says} ${next}` };
  }
  if (found.value[from] === undefined) return old;
  const own = await keepList(turn, found.value, parts);
  return { kind: 'card', card: showList(turn, own, parts, { from }), apart: true };
}
