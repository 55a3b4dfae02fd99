import type { Activity } from 'botbuilder';
import { saidMessage } from '../bodies/said-message.ts';
import { cardMessage } from '../cards/card-message.ts';
import { cleanMessageText } from '../commands/clean-message-text.ts';
import { parseCommand } from '../commands/parse-command.ts';
import { ChannelError } from '../channel/channel-error.ts';
import { personalPlace } from '../signin/personal-place.ts';
import { askToSignIn } from '../signin/ask-to-sign-in.ts';
import type { Command } from '../commands/command.ts';
import { isTargeted } from './in-private.ts';
import { findMentioned } from './find-mentioned.ts';
import { onCardAction } from './on-card-action.ts';
import { onCommand } from './on-command.ts';
import type { TeamsParts } from './teams-parts.ts';
import type { Turn } from './turn.ts';

/** A message: a typed command, or a card's Action.Submit, which comes as a message with a value and no text. */
export async function onMessage(turn: Turn, activity: Activity, parts: TeamsParts): Promise<void> {
  const value: unknown = activity.value;
  if (typeof value === 'object' && value !== null && !activity.text) {
    return onSubmit(turn, value as Record<string, unknown>, parts);
  }
  const text = cleanMessageText({
    text: activity.text ?? '',
    botMentions: mentionsOfBot(activity),
    ...(activity.recipient?.name && { botNames: [activity.recipient.name] }),
  });
  const message = saidMessage(activity, () => parts.ids.hex());
  // The roster is that of the chat in which it was said.
  const command = await findMentioned(turn, parseCommand(text), activity, parts);
  const ownChat = isTargeted(activity) && (turn.place.onlyFor === undefined || outlastsADay(command));
  const answered = ownChat ? await toOwnChat(turn, parts) : turn;
  if (answered === undefined) return;
  await onCommand(answered, command, parts, message);
}

async function onSubmit(
  turn: Turn,
  value: Readonly<Record<string, unknown>>,
  parts: TeamsParts,
): Promise<void> {
  const verb = typeof value['verb'] === 'string' ? value['verb'] : '';
  const answer = await onCardAction(turn, verb, value, parts);
  if (answer.kind === 'unknown') {
    await parts.messages.send(turn.place, { text: parts.texts.oldButton });
    return;
  }
  if (answer.kind === 'sign-in') {
    // A message's turn cannot ask for a sign-in where it is.
    const { author, place } = turn;
    if ((await askToSignIn({ person: author, place, anew: true }, parts)) === 'nowhere')
      await parts.messages.send(place, { text: parts.texts.signIn.openPersonalChat });
    return;
  }
  if (answer.shown) return;
  if (answer.kind === 'message') {
    await parts.messages.send(turn.place, { text: answer.text });
    return;
  }
  // Action.Submit cannot answer with a card, so the pressed one is replaced by an update, for everybody who sees it.
  const message = cardMessage(answer.card);
  if (turn.replyToId === undefined || answer.apart) await parts.messages.send(turn.place, message);
  else await parts.messages.update(turn.place, turn.replyToId, message);
}

/** The texts with which the bot is mentioned in this message, e.g. `<at>Kickoff</at>`. */
function mentionsOfBot(activity: Activity): string[] {
  const botId = activity.recipient?.id;
  return (activity.entities ?? []).flatMap((entity) => {
    const { type, text, mentioned } = entity as {
      type?: string;
      text?: unknown;
      mentioned?: { id?: string };
    };
    return type === 'mention' && mentioned?.id === botId && typeof text === 'string' ? [text] : [];
  });
}

/** Targeted messages are gone after a day (Teams platform, "Targeted messages"); what comes later needs another place. */
function outlastsADay(command: Command): boolean {
  if (['watch', 'unwatch', 'watching'].includes(command.kind)) return true;
  return 'plan' in command && command.plan !== undefined;
}

/** What nobody else saw is answered where nobody else sees it; not at all where that cannot be. */
async function toOwnChat(turn: Turn, parts: TeamsParts): Promise<Turn | undefined> {
  try {
    return { ...turn, place: await personalPlace(turn.author, turn.place, parts) };
  } catch (error) {
    if (!(error instanceof ChannelError)) throw error;
    parts.log.warn({ person: turn.author.objectId, kind: error.kind }, 'nobody could be answered in private');
    return undefined;
  }
}
