import { plainMessage } from '../bodies/plain-message.ts';
import type { SaidMessage } from '../bodies/said-message.ts';
import { escapeCardText } from '../cards/escape-card-text.ts';
import type { Command, PostingCommand } from '../commands/command.ts';
import { commandTable } from '../commands/command-table.ts';
import { onEmpty } from './commands/on-empty.ts';
import { onGroups } from './commands/on-groups.ts';
import { onHelp } from './commands/on-help.ts';
import { onPending } from './commands/on-pending.ts';
import { onPosting } from './commands/on-posting.ts';
import { onRecent } from './commands/on-recent.ts';
import { onSignIn } from './commands/on-sign-in.ts';
import { onSignOut } from './commands/on-sign-out.ts';
import { onUnknown } from './commands/on-unknown.ts';
import { onUnwatch } from './commands/on-unwatch.ts';
import { onUse } from './commands/on-use.ts';
import { onWatch } from './commands/on-watch.ts';
import { showWatching } from './commands/on-watching.ts';
import { onWhoami } from './commands/on-whoami.ts';
import { onForget } from './on-forget.ts';
import { problemSays } from './problem-says.ts';
import type { TeamsParts } from './teams-parts.ts';
import type { Turn } from './turn.ts';

/**
 * Does what a typed command says, where it may be said.
 *
 * @param message what came with its text
 */
export async function onCommand(
  turn: Turn,
  command: Command,
  parts: TeamsParts,
  message: SaidMessage = plainMessage,
): Promise<void> {
  if (!isAnsweredHere(turn, command)) {
    await parts.messages.send(turn.place, { text: parts.texts.inPersonalChat });
    return;
  }
  if (!isPosted(command) && 'problem' in command && command.problem !== undefined) {
    const text = escapeCardText(problemSays(command.problem, parts.texts), { limit: 1_000 });
    await parts.messages.send(turn.place, { text });
    return;
  }
  switch (command.kind) {
    case 'start':
    case 'thread':
    case 'reply':
      return onPosting(turn, command, parts, message);
    case 'recent':
      return onRecent(turn, command, parts);
    case 'groups':
      return onGroups(turn, parts);
    case 'use':
      return onUse(turn, command, parts);
    case 'unknown':
      return onUnknown(turn, command, parts, message);
    case 'empty':
      return onEmpty(turn, parts, message);
    default:
      return onBareCommand(turn, command, parts);
  }
}

async function onBareCommand(
  turn: Turn,
  command: Extract<
    Command,
    {
      kind:
        | 'help'
        | 'pending'
        | 'watch'
        | 'unwatch'
        | 'watching'
        | 'sign-in'
        | 'sign-out'
        | 'whoami'
        | 'forget-me';
    }
  >,
  parts: TeamsParts,
): Promise<void> {
  switch (command.kind) {
    case 'help':
      return onHelp(turn, command, parts);
    case 'pending':
      return onPending(turn, parts);
    case 'sign-in':
      return onSignIn(turn, parts);
    case 'sign-out':
      return onSignOut(turn, parts);
    case 'whoami':
      return onWhoami(turn, parts);
    case 'forget-me':
      return onForget(turn, parts);
    case 'watch':
      return onWatch(turn, command, parts);
    case 'unwatch':
      return onUnwatch(turn, command, parts);
    case 'watching':
      return showWatching(turn, parts);
  }
}

/** What posts opens its form where something is wrong with it, so that its text is kept. */
function isPosted(command: Command): command is PostingCommand {
  return 'body' in command;
}

/** What only its person should see is answered in their own chat alone. */
function isAnsweredHere({ place }: Turn, { kind }: Command): boolean {
  const entry = commandTable.find(({ name }) => name === kind);
  // Said where nobody else sees it, it is as good as said in the own chat.
  if (place.onlyFor !== undefined) return true;
  const here = place.chatType === 'channel' ? 'team' : place.chatType;
  return entry === undefined || entry.places.includes(here);
}
