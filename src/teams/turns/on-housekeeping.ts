import { CodedError } from '../../conversations/errors/coded-error.ts';
import type { ErrorCode } from '../../conversations/errors/error-table.ts';
import { personKey } from '../../conversations/person.ts';
import type { TicketKind } from '../../conversations/ports/tickets.ts';
import { cardMessage } from '../cards/card-message.ts';
import { cardVerbs } from '../cards/card-verbs.ts';
import { deleteCard } from '../cards/delete-card.ts';
import { forwardCard } from '../cards/forward-card.ts';
import { saidCard } from '../cards/said-card.ts';
import { parseRecipients } from '../commands/parse-recipients.ts';
import type { ActionAnswer } from './action-answer.ts';
import { lookUp } from './look-up.ts';
import type { TeamsParts } from './teams-parts.ts';
import type { Turn } from './turn.ts';

type Data = Readonly<Record<string, unknown>>;

/** What a card that asks back is about. */
interface Matter {
  readonly groupId: string;
  readonly conversationId: string;
  readonly group: string;
  readonly topic: string;
}

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
  data: Data,
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

async function ask(turn: Turn, kind: TicketKind, data: Data, parts: TeamsParts): Promise<ActionAnswer> {
  const { tickets, ids, clock, texts, messages } = parts;
  const found = await lookUp(turn.author, parts, (token) => findMatter(data, parts, token));
  if (found.kind === 'sign-in') return { kind: 'sign-in', error: new CodedError('SIGN_IN_REQUIRED') };
  if (found.kind === 'failed') return said(found.error, parts);
  const ticket = ids.hex();
  await tickets.put({
    ...{ kind, id: ticket, person: turn.author, chatId: turn.place.chatId },
    secret: JSON.stringify(found.value),
    expiresAt: new Date(clock.now().getTime() + lifetime),
  });
  const { topic, group } = found.value;
  const make = kind === 'forward-post' ? forwardCard : deleteCard;
  await messages.send(turn.place, cardMessage(make({ ticket, topic, group, texts })));
  return { kind: 'message', text: texts.list.isBelow, shown: true };
}

async function findMatter(data: Data, { directory }: TeamsParts, token: string): Promise<Matter> {
  const { groupId, conversationId } = data;
  if (typeof groupId !== 'string' || typeof conversationId !== 'string') throw new CodedError('TARGET_GONE');
  const group = (await directory.groupById(token, groupId))?.name ?? groupId;
  try {
    const conversations = await directory.conversations(token, groupId, listed);
    const conversation = conversations.find(({ id }) => id === conversationId);
    if (conversation !== undefined) return { groupId, conversationId, group, topic: conversation.topic };
    const [thread] = await directory.threads(token, groupId, conversationId);
    if (thread !== undefined) return { groupId, conversationId, group, topic: thread.topic };
  } catch (error) {
    throw named(error, group);
  }
  throw new CodedError('TARGET_GONE', { group });
}

async function answerDelete(turn: Turn, verb: string, data: Data, parts: TeamsParts): Promise<ActionAnswer> {
  const { texts, mailbox } = parts;
  const matter = await matterOf(turn, 'delete-conversation', data, parts, 'use');
  if (matter === undefined) return { kind: 'message', text: texts.housekeeping.over };
  const { topic, group } = matter;
  if (verb === cardVerbs.keepConversation)
    return { kind: 'card', card: saidCard([texts.housekeeping.kept(topic)]) };
  const done = await lookUp(turn.author, parts, async (token) => {
    try {
      await mailbox.deleteConversation(matter, token);
    } catch (error) {
      throw named(error, group);
    }
  });
  if (done.kind === 'sign-in') return ended(new CodedError('SIGN_IN_REQUIRED'), parts);
  if (done.kind === 'failed') return ended(done.error, parts);
  return { kind: 'card', card: saidCard([texts.housekeeping.deleted(topic, group)]) };
}

async function answerForward(turn: Turn, data: Data, parts: TeamsParts): Promise<ActionAnswer> {
  const { texts, housekeeping } = parts;
  const matter = await matterOf(turn, 'forward-post', data, parts, 'find');
  if (matter === undefined) return { kind: 'message', text: texts.housekeeping.over };
  const { topic, group } = matter;
  const [people, comment] = [textIn(data, 'people'), textIn(data, 'comment')];
  const { recipients, names, invalid } = parseRecipients(people);
  const again = (error: CodedError): ActionAnswer => {
    const problem = texts.error(error);
    const ticket = textIn(data, 'ticket');
    return { kind: 'card', card: forwardCard({ ticket, topic, group, people, comment, problem, texts }) };
  };
  // A forward is sent at once and is never asked back: only addresses say for certain to whom.
  const [first] = [...invalid, ...names];
  if (first !== undefined) return again(new CodedError('ADDRESS_INVALID', { address: first }));
  if (recipients.length === 0) return again(new CodedError('RECIPIENTS_MISSING'));
  // Everything that can be tried again comes before the card is used up.
  const post = await lookUp(turn.author, parts, async (token) => ({
    token,
    address: await housekeeping.newestPost(token, matter).catch((error: unknown) => {
      throw named(error, group);
    }),
  }));
  if (post.kind === 'sign-in') return { kind: 'sign-in', error: new CodedError('SIGN_IN_REQUIRED') };
  if (post.kind === 'failed') return again(post.error);
  if ((await matterOf(turn, 'forward-post', data, parts, 'use')) === undefined)
    return { kind: 'message', text: texts.housekeeping.over };
  try {
    await housekeeping.forward(post.value.token, post.value.address, { recipients, comment });
  } catch (error) {
    return ended(named(error, group), parts);
  }
  return { kind: 'card', card: saidCard([texts.housekeeping.forwarded(topic, recipients.length)]) };
}

/** What the card is about, if it is this person's, in this chat, and not answered yet. */
async function matterOf(
  { author, place }: Turn,
  kind: TicketKind,
  data: Data,
  { tickets, clock }: TeamsParts,
  how: 'find' | 'use',
): Promise<Matter | undefined> {
  const id = textIn(data, 'ticket');
  const found = await tickets.find(kind, id, clock.now());
  const isTheirs =
    found?.secret !== undefined &&
    personKey(found.person) === personKey(author) &&
    found.chatId === place.chatId;
  if (!isTheirs) return undefined;
  const ticket = how === 'find' ? found : await tickets.use(kind, id, clock.now());
  return ticket?.secret === undefined ? undefined : (JSON.parse(ticket.secret) as Matter);
}

/** An error about the group, with its name; anything else is a defect and goes on. */
function named(error: unknown, group: string): CodedError {
  if (!(error instanceof CodedError)) throw error;
  return new CodedError(error.code, { group, ...error.details }, { cause: error, log: error.message });
}

/** What passes: nothing of this is tried again by itself, so the person is told to. */
const passing: ReadonlySet<ErrorCode> = new Set([
  'GRAPH_UNREACHABLE',
  'GRAPH_THROTTLED',
  'SIGN_IN_EXPIRED',
  'SIGN_IN_REQUIRED',
  'SIGN_IN_UNAVAILABLE',
  'SIGN_IN_THROTTLED',
]);

function linesOf(error: CodedError, { texts }: TeamsParts): string[] {
  const { says, next } = texts.error(error);
  return [says, passing.has(error.code) ? texts.housekeeping.pressAgain : next];
}

function said(error: CodedError, parts: TeamsParts): ActionAnswer {
  return { kind: 'message', text: linesOf(error, parts).join(' ') };
}

/** In place of a card that can be answered once only. */
function ended(error: CodedError, parts: TeamsParts): ActionAnswer {
  return { kind: 'card', card: saidCard(linesOf(error, parts)) };
}

function textIn(data: Data, name: string): string {
  const value = data[name];
  return typeof value === 'string' ? value : '';
}
