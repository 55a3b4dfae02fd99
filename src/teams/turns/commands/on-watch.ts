import type { Command } from '../../commands/command.ts';
import { commandTable } from '../../commands/command-table.ts';
import { parseWatched } from '../../commands/parse-watched.ts';
import { cardMessage } from '../../cards/card-message.ts';
import { confirmWatch } from '../../watching/confirm-watch.ts';
import { showCandidates } from '../../lists/show-candidates.ts';
import { waitForSignIn } from '../../signin/wait-for-sign-in.ts';
import { watchedWish } from '../../watching/watched-wish.ts';
import { startedLine } from '../../watching/started-line.ts';
import type { TeamsParts } from '../teams-parts.ts';
import type { Turn } from '../turn.ts';

type WatchCommand = Extract<Command, { kind: 'watch' | 'unwatch' }>;

const example = commandTable.find(({ name }) => name === 'watch')?.example ?? '';

/** `watch`: new posts of a group or conversation are told here; asked back once where others read them, too. */
export async function onWatch(turn: Turn, command: WatchCommand, parts: TeamsParts): Promise<void> {
  const { watches, messages, texts } = parts;
  const { author: watcher, place } = turn;
  const wish = await watchedWish(turn, parseWatched(command.said), parts);
  if (wish.kind === 'problem' || wish.kind === 'none') {
    const text = wish.kind === 'problem' ? wish.says : texts.watch.which(example);
    await messages.send(place, { text });
    return;
  }
  // Whoever asks here can be told here, whatever kept it from being shown before.
  await watches.reachable(watcher);
  const { group, conversation } = wish;
  const answer = await watches.watch({
    ...{ watcher, place, group },
    ...(conversation !== undefined && { conversation }),
  });
  switch (answer.kind) {
    case 'sign-in':
      return waitForSignIn(turn, command, parts);
    case 'failed':
      return showCandidates(
        turn,
        { typed: group, error: answer.error, ...conversationHint(command, parts) },
        parts,
      );
    case 'confirm':
      await messages.send(place, cardMessage(confirmWatch(turn, answer.target, texts)));
      return;
    case 'watching':
      await messages.send(place, { text: startedLine(turn, answer, texts) });
  }
}

/** `Budget in Finance` without quotes may be a group's name; what was not found as one may have been a conversation. */
function conversationHint({ said }: WatchCommand, { texts }: TeamsParts): { hint?: string } {
  const [, topic, group] = /^([^"“”„«»‹›＂]+?)\s+in\s+([^"“”„«»‹›＂]+)$/i.exec(said) ?? [];
  if (topic === undefined || group === undefined) return {};
  return { hint: `${texts.help.example} watch "${topic}" in "${group}"` };
}
