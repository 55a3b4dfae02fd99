import type { GroupSummary } from '../../../conversations/ports/directory.ts';
import { findGroup } from '../../../conversations/find-group.ts';
import { listRecent, listRecentIn, type RecentList } from '../../../conversations/list-recent.ts';
import { cardMessage } from '../../cards/card-message.ts';
import { escapeCardText } from '../../cards/escape-card-text.ts';
import type { Command } from '../../commands/command.ts';
import { keepList } from '../../lists/keep-list.ts';
import { inOwnChat } from '../../lists/in-own-chat.ts';
import { namedGroup } from '../../lists/named-group.ts';
import { showCandidates } from '../../lists/show-candidates.ts';
import { showList } from '../../lists/show-list.ts';
import { waitForSignIn } from '../../signin/wait-for-sign-in.ts';
import { lookUp } from '../look-up.ts';
import type { TeamsParts } from '../teams-parts.ts';
import type { Turn } from '../turn.ts';

type RecentCommand = Extract<Command, { kind: 'recent' }>;

/**
 * `recent`: the newest conversations of the named group, of the chat's, or of all groups of the person. The last are
 * listed in the person's own chat.
 */
export async function onRecent(turn: Turn, command: RecentCommand, parts: TeamsParts): Promise<void> {
  const named = await namedGroup(turn, command, parts);
  if (named.kind === 'problem') {
    await parts.messages.send(turn.place, { text: named.says });
    return;
  }
  const typed = named.kind === 'none' ? undefined : named.group;
  const found = await lookUp(turn.author, parts, (token) => read(typed, parts, token));
  if (found.kind === 'sign-in') return waitForSignIn(turn, command, parts);
  if (found.kind === 'failed') return showCandidates(turn, { typed, error: found.error }, parts);
  const shownIn = typed === undefined ? await inOwnChat(turn, parts) : turn;
  if (shownIn === undefined) return;
  const { items } = found.value;
  const notes = notesOn(found.value, parts);
  if (items.length === 0) {
    const name = found.value.group?.name;
    const none =
      name === undefined ? parts.texts.list.noneAnywhere : parts.texts.list.noneIn(escapeCardText(name));
    await parts.messages.send(shownIn.place, { text: [none, ...notes].join(' ') });
    return;
  }
  const list = await keepList(shownIn, items, parts);
  const card = showList(shownIn, list, parts, { notes });
  await parts.messages.send(shownIn.place, cardMessage(card));
}

async function read(
  typed: string | undefined,
  { directory }: TeamsParts,
  token: string,
): Promise<RecentList & { group?: GroupSummary }> {
  if (typed === undefined) return listRecent(directory, token);
  const group = await findGroup(directory, token, typed);
  const summary = { ...group, type: 'microsoft365', own: true } as const;
  return { ...(await listRecentIn(directory, token, summary)), group: summary };
}

function notesOn({ read, all, unreadable }: RecentList, { texts }: TeamsParts): string[] {
  return [
    ...(read < all ? [texts.list.onlySome(read, all)] : []),
    ...(unreadable > 0 ? [texts.list.notRead(unreadable)] : []),
  ];
}
