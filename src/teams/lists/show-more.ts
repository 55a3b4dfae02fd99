import { CodedError } from '../../conversations/errors/coded-error.ts';
import { findCandidates, findGroup } from '../../conversations/find-group.ts';
import type { ListItem } from '../../conversations/ports/lists.ts';
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
  /** What the groups that it lists may have been meant by; empty when it is no such list. */
  readonly candidatesOf: string;
}

/**
 * *More* under a list. Where others read it, whoever else presses gets the group's conversations, or the groups that may have
 * been meant, with their own rights, under numbers of their own, and so does its author when the list is too old.
 */
export async function showMore(turn: Turn, wish: MoreWish, parts: TeamsParts): Promise<ActionAnswer> {
  const { id, from, group, candidatesOf } = wish;
  const owner = { person: turn.author, chatId: turn.chatId };
  const list = await parts.lists.find(owner, parts.clock.now());
  const view = candidatesOf === '' ? {} : { candidatesOf };
  if (list !== undefined && list.id === id && list.items[from] !== undefined)
    return { kind: 'card', card: showList(turn, list, parts, { ...view, from }) };
  const old = { kind: 'message', text: parts.texts.list.old } as const;
  const known = group !== '' || candidatesOf !== '';
  if (turn.place.chatType === 'personal' || !known) return old;
  const found = await lookUp(turn.author, parts, (token) => readAgain(wish, parts, token));
  if (found.kind === 'sign-in') return { kind: 'sign-in', error: new CodedError('SIGN_IN_REQUIRED') };
  if (found.kind === 'failed') {
    const { says, next } = parts.texts.error(found.error);
    return { kind: 'message', text: `${says} ${next}` };
  }
  // Other groups may be meant by the same words of somebody else, so theirs begin with the first.
  const begin = candidatesOf === '' ? from : 0;
  if (found.value[begin] === undefined) return old;
  const own = await keepList(turn, found.value, parts);
  return { kind: 'card', card: showList(turn, own, parts, { ...view, from: begin }), apart: true };
}

async function readAgain(
  { group, candidatesOf }: MoreWish,
  { directory }: TeamsParts,
  token: string,
): Promise<readonly ListItem[]> {
  if (candidatesOf !== '') {
    const groups = await findCandidates(directory, token, candidatesOf);
    return groups.map(({ id, name, mail }) => ({
      group: { id, name, ...(mail !== undefined && { mail }) },
    }));
  }
  const known = await findGroup(directory, token, group);
  return (await listRecentIn(directory, token, { ...known, type: 'microsoft365', own: true })).items;
}
