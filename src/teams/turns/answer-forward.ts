import { audienceQuestion } from '../../conversations/audience-question.ts';
import { CodedError } from '../../conversations/errors/coded-error.ts';
import { findOutsiders } from '../../conversations/find-outsiders.ts';
import { findPeople } from '../../conversations/find-people.ts';
import type { PostAddress } from '../../conversations/ports/housekeeping.ts';
import type { Recipient } from '../../conversations/request.ts';
import { forwardCard, type ForwardCardOptions } from '../cards/forward-card.ts';
import { ownView } from '../cards/own-view.ts';
import { parseRecipients } from '../commands/parse-recipients.ts';
import { personChoices } from '../forms/person-choices.ts';
import { joinPeople } from '../forms/split-people.ts';
import type { ActionAnswer } from './action-answer.ts';
import type { Matter } from './housekeeping-card.ts';
import { aboutGroup, ended, linesOf, matterOf, textIn, type CardData } from './housekeeping-matter.ts';
import { lookUp } from './look-up.ts';
import type { TeamsParts } from './teams-parts.ts';
import type { Turn } from './turn.ts';

/** Nobody waits longer for the organisation's domains, in milliseconds. */
const patience = 1_500;

/** Everything that is known before a post is forwarded. */
interface Ready {
  readonly token: string;
  readonly post: PostAddress;
  readonly recipients: readonly Recipient[];
  readonly outsiders: readonly Recipient[];
}

/**
 * *Forward as me*: names and chosen people get their addresses, people outside the organisation are asked about, and then the
 * card is used up and the post forwarded, once. Until then the card can be pressed again with everything that was typed.
 */
export async function answerForward(turn: Turn, data: CardData, parts: TeamsParts): Promise<ActionAnswer> {
  const { texts, housekeeping } = parts;
  const matter = await matterOf(turn, 'forward-post', data, parts, 'find');
  if (matter === undefined) return { kind: 'message', text: texts.housekeeping.over };
  const { topic, group, asked } = matter;
  const [people, comment] = [
    joinPeople(textIn(data, 'people'), textIn(data, 'peopleIds')),
    textIn(data, 'comment'),
  ];
  const form = {
    ticket: textIn(data, 'ticket'),
    topic,
    group,
    people,
    comment,
    texts,
    ...(asked !== undefined && { asked }),
  };
  const again = (more: Partial<ForwardCardOptions>): ActionAnswer => ({
    kind: 'card',
    card: ownView(forwardCard({ ...form, ...more }), turn.place, {
      ...{ view: 'ticket', ticket: form.ticket, kind: 'forward-post' },
    }),
  });
  const { recipients, names, invalid } = parseRecipients(people);
  const [address] = invalid;
  if (address !== undefined)
    return again({ problem: texts.error(new CodedError('ADDRESS_INVALID', { address })) });
  if (recipients.length + names.length === 0)
    return again({ problem: texts.error({ code: 'RECIPIENTS_MISSING' }) });
  // Everything that can be tried again comes before the card is used up.
  const ready = await lookUp(turn.author, parts, (token) =>
    makeReady(token, { matter, people: recipients, typedPeople: names }, parts),
  );
  if (ready.kind === 'sign-in') return { kind: 'sign-in', error: new CodedError('SIGN_IN_REQUIRED') };
  if (ready.kind === 'failed')
    return again({
      problem: texts.error(ready.error),
      candidates: await personChoices(turn.author, people, parts),
    });
  const question = unanswered(ready.value.outsiders, data);
  if (question !== undefined) {
    const reason = audienceQuestion({ outside: ready.value.outsiders }, group);
    return again({
      outsiders: { line: reason === undefined ? '' : texts.error(reason).says, addresses: question },
    });
  }
  if ((await matterOf(turn, 'forward-post', data, parts, 'use')) === undefined)
    return { kind: 'message', text: texts.housekeeping.over };
  const { token, post } = ready.value;
  try {
    await housekeeping.forward(token, post, { recipients: ready.value.recipients, comment });
  } catch (error) {
    return ended(turn, linesOf(aboutGroup(error, group), parts), parts);
  }
  return ended(turn, [texts.housekeeping.forwarded(topic, ready.value.recipients.length)], parts);
}

async function makeReady(
  token: string,
  {
    matter,
    people,
    typedPeople,
  }: { matter: Matter; people: readonly Recipient[]; typedPeople: readonly string[] },
  { directory, housekeeping }: TeamsParts,
): Promise<Ready> {
  try {
    const recipients = await findPeople(directory, token, { people, typedPeople });
    const [post, outsiders] = await Promise.all([
      housekeeping.newestPost(token, matter),
      findOutsiders(recipients, matter.mail ?? '', { directory, token, deadlineMs: patience }),
    ]);
    return { token, post, recipients, outsiders };
  } catch (error) {
    throw aboutGroup(error, matter.group);
  }
}

/** The addresses that are asked about, unless the pressed card has named all of them. */
function unanswered(outsiders: readonly Recipient[], data: CardData): string | undefined {
  const addresses = outsiders.map(({ address }) => address.toLowerCase());
  const named = new Set(textIn(data, 'outsiders').split(' '));
  return addresses.every((address) => named.has(address)) ? undefined : addresses.join(' ');
}
