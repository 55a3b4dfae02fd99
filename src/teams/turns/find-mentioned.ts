import type { Activity } from 'botbuilder';
import { inTime } from '../../conversations/in-time.ts';
import type { Command } from '../commands/command.ts';
import { isMailAddress } from '../commands/is-mail-address.ts';
import { foldMention, nameMentions, type MentionedPerson } from '../commands/name-mentions.ts';
import type { TeamsParts } from './teams-parts.ts';
import type { Turn } from './turn.ts';

/** A roster that does not answer must not keep a text from being stored, in milliseconds. */
const patience = 1_500;
/** More mentions than a person types. */
const most = 50;

interface Mention {
  id: string;
  name: string;
}

/**
 * A command in which the people who are mentioned have the mail addresses that the chat's roster gives them. Mentions carry
 * only ids of the channel (`29:…`). Whom the roster does not know in time goes by name, and is looked up as a typed name is.
 */
export async function findMentioned(
  { place }: Turn,
  command: Command,
  activity: Activity,
  { clients, timer, log }: TeamsParts,
): Promise<Command> {
  if (!('people' in command) || !/<at\b/i.test(command.people)) return command;
  const mentions = mentionsIn(activity).slice(0, most);
  const ask = async (): Promise<MentionedPerson[]> => {
    const client = await clients.forServiceUrl(place.serviceUrl);
    return Promise.all(
      mentions.map(async ({ id, name }) => {
        try {
          const member: unknown = await client.conversations.getConversationMember(place.chatId, id);
          return { name, ...addressOf(member) };
        } catch (error) {
          log.warn({ error }, 'somebody who is mentioned is not in the roster');
          return { name };
        }
      }),
    );
  };
  const found =
    (await inTime(
      ask().catch(() => undefined),
      { timer, patience },
    )) ?? mentions;
  return { ...command, people: nameMentions(command.people, byName(found)) };
}

/** By name; two people of one name cannot be told apart by what stands in the text, so both go by name alone. */
function byName(people: readonly MentionedPerson[]): Map<string, MentionedPerson> {
  const known = new Map<string, MentionedPerson>();
  for (const person of people) {
    const key = foldMention(person.name);
    const other = known.get(key);
    const same = other === undefined || other.address === person.address;
    known.set(key, same ? person : { name: person.name });
  }
  return known;
}

function mentionsIn({ entities = [] }: Activity): Mention[] {
  return entities.flatMap((entity) => {
    const { type, text, mentioned } = entity as {
      type?: unknown;
      text?: unknown;
      mentioned?: { id?: unknown };
    };
    if (type !== 'mention' || typeof text !== 'string' || typeof mentioned?.id !== 'string') return [];
    return [{ id: mentioned.id, name: text.replace(/<[^<>]*>/g, '') }];
  });
}

/** The mail address, the sign-in name where it is one of a member, else the object id, whose address Graph knows. */
function addressOf(member: unknown): { address?: string } {
  const { email, aadObjectId, objectId, userPrincipalName } = (member ?? {}) as Record<string, unknown>;
  const id = aadObjectId ?? objectId;
  if (typeof email === 'string' && isMailAddress(email)) return { address: email };
  if (typeof id === 'string') return { address: id };
  return typeof userPrincipalName === 'string' && isMailAddress(userPrincipalName)
    ? { address: userPrincipalName }
    : {};
}
