import { CodedError } from '../../conversations/errors/coded-error.ts';
import { cardMessage } from '../cards/card-message.ts';
import { cardVerbs } from '../cards/card-verbs.ts';
import type { ActionAnswer } from './action-answer.ts';
import { answerForward } from './answer-forward.ts';
import { housekeepingCard, type HousekeepingKind, type Matter } from './housekeeping-card.ts';
import { aboutGroup, ended, linesOf, matterOf, type CardData } from './housekeeping-matter.ts';
import { lookUp } from './look-up.ts';
import type { TeamsParts } from './teams-parts.ts';
import type { Turn } from './turn.ts';

/** How long such a card can be answered, in milliseconds. */
const lifetime = 3_600_000;
/** Newest conversations of a group among which the one that is meant is looked for: as many as lists show. */
const listed = 25;

/**
 * *Forward* and *Delete conversation*: a card asks first, bound to its person and chat, and is answered once. All of it with
 * the rights of whoever presses.
 *
 * @returns undefined when the verb is none of these
 */
export async function onHousekeeping(
  turn: Turn,
  verb: string,
  data: CardData,
  parts: TeamsParts,
): Promise<ActionAnswer | undefined> {
  switch (verb) {
    case cardVerbs.askDelete:
      return ask(turn, 'delete-conversation', data, parts);
    case cardVerbs.askForward:
      return ask(turn, 'forward-post', data, parts);
    case cardVerbs.deleteConversation:
    case cardVerbs.keepConversation:
      return answerDelete(turn, verb, data, parts);
    case cardVerbs.forward:
      return answerForward(turn, data, parts);
    default:
      return undefined;
  }
}

async function ask(
  turn: Turn,
  kind: HousekeepingKind,
  data: CardData,
  parts: TeamsParts,
): Promise<ActionAnswer> {
  const { tickets, ids, clock, texts, messages } = parts;
  const found = await lookUp(turn.author, parts, (token) => findMatter(data, parts, token));
  if (found.kind === 'sign-in') return { kind: 'sign-in', error: new CodedError('SIGN_IN_REQUIRED') };
  if (found.kind === 'failed') return { kind: 'message', text: linesOf(found.error, parts).join(' ') };
  const ticket = ids.hex();
  const { author, place } = turn;
  const matter = place.chatType === 'personal' ? found.value : { ...found.value, asked: author.name };
  await tickets.put({
    ...{ kind, id: ticket, person: author, chatId: place.chatId },
    secret: JSON.stringify(matter),
    expiresAt: new Date(clock.now().getTime() + lifetime),
  });
  await messages.send(place, cardMessage(housekeepingCard({ ticket, kind, matter }, { place, texts })));
  return { kind: 'message', text: texts.list.isBelow, shown: true };
}

async function findMatter(data: CardData, { directory }: TeamsParts, token: string): Promise<Matter> {
  const { groupId, conversationId } = data;
  if (typeof groupId !== 'string' || typeof conversationId !== 'string') throw new CodedError('TARGET_GONE');
  const { name: group = groupId, mail } = (await directory.groupById(token, groupId)) ?? {};
  const ids = { groupId, conversationId, group, ...(mail !== undefined && { mail }) };
  try {
    const conversations = await directory.conversations(token, groupId, listed);
    const conversation = conversations.find(({ id }) => id === conversationId);
    if (conversation !== undefined) return { ...ids, topic: conversation.topic };
    const [thread] = await directory.threads(token, groupId, conversationId);
    if (thread !== undefined) return { ...ids, topic: thread.topic };
  } catch (error) {
    throw aboutGroup(error, group);
  }
  throw new CodedError('TARGET_GONE', { group });
}

async function answerDelete(
  turn: Turn,
  verb: string,
  data: CardData,
  parts: TeamsParts,
): Promise<ActionAnswer> {
  const { texts, mailbox } = parts;
  const matter = await matterOf(turn, 'delete-conversation', data, parts, 'use');
  if (matter === undefined) return { kind: 'message', text: texts.housekeeping.over };
  const { topic, group } = matter;
  if (verb === cardVerbs.keepConversation) return ended(turn, [texts.housekeeping.kept(topic)], parts);
  const done = await lookUp(turn.author, parts, async (token) => {
    try {
      await mailbox.deleteConversation(matter, token);
    } catch (error) {
      throw aboutGroup(error, group);
    }
  });
  if (done.kind === 'sign-in') return ended(turn, linesOf(new CodedError('SIGN_IN_REQUIRED'), parts), parts);
  if (done.kind === 'failed') return ended(turn, linesOf(done.error, parts), parts);
  return ended(turn, [texts.housekeeping.deleted(topic, group)], parts);
}
