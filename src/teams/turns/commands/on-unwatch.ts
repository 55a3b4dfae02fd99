import type { WatchView } from '../../../watches/create-watches.ts';
import type { Command } from '../../commands/command.ts';
import { parseWatched, type TypedWatch } from '../../commands/parse-watched.ts';
import { escapeCardText } from '../../cards/escape-card-text.ts';
import { watchedName } from '../../cards/watched-name.ts';
import { listedItem } from '../../lists/listed-item.ts';
import type { TeamsParts } from '../teams-parts.ts';
import type { Turn } from '../turn.ts';
import { showWatching } from './on-watching.ts';
import { withoutThread } from '../../../conversations/without-thread.ts';

/**
 * `unwatch`: ends the watches of the author in this chat that are called so; without a name the only one there is.
 * Where there are several, what they watch is listed, each with a button.
 */
export async function onUnwatch(
  turn: Turn,
  command: Extract<Command, { kind: 'watch' | 'unwatch' }>,
  parts: TeamsParts,
): Promise<void> {
  const { watches, messages, texts } = parts;
  const here = (await watches.watching(turn.author)).filter(
    ({ place }) => withoutThread(place.chatId) === turn.chatId,
  );
  const matching = await meant(turn, parseWatched(command.said), { here, parts });
  if (matching.length === 0) {
    if (command.said === '') return showWatching(turn, parts);
    await messages.send(turn.place, { text: texts.notice.notWatched });
    return;
  }
  for (const { id } of matching) await watches.unwatch(id, turn.author);
  const names = matching.map(({ target }) => watchedName(target)).join(', ');
  await messages.send(turn.place, { text: texts.notice.stopped(escapeCardText(names, { limit: 300 })) });
}

async function meant(
  turn: Turn,
  { group, groupNumber, conversation }: TypedWatch,
  { here, parts }: { here: readonly WatchView[]; parts: TeamsParts },
): Promise<readonly WatchView[]> {
  if (groupNumber !== undefined) {
    const { item } = await listedItem(turn, groupNumber, parts);
    return here.filter(
      ({ target }) =>
        item !== undefined &&
        target.group.id === item.group.id &&
        target.conversationId === item.conversation?.id,
    );
  }
  if (group === undefined && conversation === undefined) return here.length === 1 ? here : [];
  return here.filter(({ target }) => {
    const { id, name, mail } = target.group;
    const inGroup = group === undefined || [id, name, mail ?? ''].some((known) => isSame(known, group));
    if (conversation !== undefined) return inGroup && isSame(target.topic ?? '', conversation);
    const isWhole = target.conversationId === undefined && target.threadId === undefined;
    return (inGroup && isWhole) || isSame(target.topic ?? '', group ?? '');
  });
}

function isSame(known: string, typed: string): boolean {
  return known !== '' && known.toLowerCase() === typed.toLowerCase();
}
