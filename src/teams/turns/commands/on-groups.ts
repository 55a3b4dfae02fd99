import { cardMessage } from '../../cards/card-message.ts';
import { inOwnChat } from '../../lists/in-own-chat.ts';
import { keepList } from '../../lists/keep-list.ts';
import { showCandidates } from '../../lists/show-candidates.ts';
import { showList } from '../../lists/show-list.ts';
import { waitForSignIn } from '../../signin/wait-for-sign-in.ts';
import { lookUp } from '../look-up.ts';
import type { TeamsParts } from '../teams-parts.ts';
import type { Turn } from '../turn.ts';

/** More groups than this are not numbered. */
const most = 100;

/** `groups`: the person's groups, in their own chat. */
export async function onGroups(turn: Turn, parts: TeamsParts): Promise<void> {
  const { directory, messages, texts } = parts;
  const found = await lookUp(turn.author, parts, (token) => directory.ownGroups(token, { limit: most }));
  if (found.kind === 'sign-in') return waitForSignIn(turn, { kind: 'groups' }, parts);
  if (found.kind === 'failed') return showCandidates(turn, { typed: undefined, error: found.error }, parts);
  const shownIn = await inOwnChat(turn, parts);
  if (shownIn === undefined) return;
  if (found.value.length === 0) {
    await messages.send(shownIn.place, { text: texts.list.noGroups });
    return;
  }
  const items = found.value.map(({ id, name, mail }) => ({
    group: { id, name, ...(mail !== undefined && { mail }) },
  }));
  const list = await keepList(shownIn, items, parts);
  await messages.send(shownIn.place, cardMessage(showList(shownIn, list, parts)));
}
