import { CodedError } from '../conversations/errors/coded-error.ts';
import { findGroup } from '../conversations/find-group.ts';
import type { Directory } from '../conversations/ports/directory.ts';
import type { Tokens } from '../conversations/ports/tokens.ts';
import type { Sender } from './announcement.ts';
import type { Audience } from './audience.ts';
import type { AddressBook } from './ports/address-book.ts';
import type { ChatRosters } from './ports/chat-rosters.ts';
import { tenantOf } from './tenant-of.ts';

/** Whom a system wants to tell, in the words of its call. */
export type NamedAudience =
  | { readonly kind: 'people'; readonly objectIds: readonly string[]; readonly addresses: readonly string[] }
  /** Name, mail address or id of a group. */
  | { readonly kind: 'group'; readonly group: string }
  | { readonly kind: 'chat'; readonly chatId: string };

export interface FindAudienceParts {
  tokens: Tokens;
  directory: Directory;
  addressBook: AddressBook;
  rosters: ChatRosters;
}

/** So many addresses are looked up at once. */
const atOnce = 5;

/**
 * Who is meant. Groups and addresses are looked up as the person who sends; an app alone can name neither.
 *
 * @throws CodedError API_PERSON_NEEDED; API_CHAT_UNKNOWN; PERSON_NOT_FOUND, PERSON_AMBIGUOUS, PEOPLE_NOT_READABLE; what
 *   `findGroup` throws; the sign-in's error when there is no token; GRAPH_… and API_TRY_LATER when it cannot be said now
 */
export async function findAudience(
  named: NamedAudience,
  sender: Sender,
  parts: FindAudienceParts,
): Promise<Audience> {
  switch (named.kind) {
    case 'chat':
      return inChat(named.chatId, sender, parts);
    case 'group': {
      const { id, name } = await asPerson(sender, parts, (token) =>
        findGroup(parts.directory, token, named.group),
      );
      return { kind: 'members', group: { id, name } };
    }
    case 'people': {
      const { objectIds, addresses } = named;
      const found =
        addresses.length === 0
          ? []
          : await asPerson(sender, parts, (token) => byAddress(addresses, token, parts.addressBook));
      const ids = [...objectIds.map((id) => id.toLowerCase()), ...found];
      return { kind: 'people', objectIds: [...new Set(ids)] };
    }
  }
}

async function inChat(chatId: string, sender: Sender, { rosters }: FindAudienceParts): Promise<Audience> {
  // Whoever acts for a person can write only where that person could.
  const person = sender.kind === 'person' ? sender.person : undefined;
  if (!(await rosters.has({ tenantId: tenantOf(sender), chatId }, person)))
    throw new CodedError('API_CHAT_UNKNOWN');
  return { kind: 'chat', chatId };
}

async function byAddress(
  addresses: readonly string[],
  token: string,
  addressBook: AddressBook,
): Promise<string[]> {
  const found: string[] = [];
  for (let at = 0; at < addresses.length; at += atOnce) {
    const some = addresses.slice(at, at + atOnce);
    const each = await Promise.all(some.map((address) => oneByAddress(address, token, addressBook)));
    found.push(...each);
  }
  return found;
}

async function oneByAddress(address: string, token: string, addressBook: AddressBook): Promise<string> {
  const [person, ...others] = await addressBook.byMail(token, address);
  if (person === undefined) throw new CodedError('PERSON_NOT_FOUND', { person: address });
  if (others.length > 0) throw new CodedError('PERSON_AMBIGUOUS', { person: address });
  return person.id;
}

/** Looks something up with the sender's token, which is renewed once when Graph refuses it. */
async function asPerson<Answer>(
  sender: Sender,
  { tokens }: FindAudienceParts,
  look: (token: string) => Promise<Answer>,
): Promise<Answer> {
  if (sender.kind !== 'person') throw new CodedError('API_PERSON_NEEDED');
  const { tenantId, objectId } = sender.person;
  let asked: { renew?: boolean; claims?: string } = {};
  for (;;) {
    const answer = await tokens.graphToken({ tenantId, objectId }, asked);
    if (answer.kind !== 'token') throw answer.error;
    try {
      return await look(answer.token);
    } catch (error) {
      if (!(error instanceof CodedError) || error.code !== 'SIGN_IN_EXPIRED' || asked.renew) throw error;
      const { claims } = error.details;
      asked = { renew: true, ...(claims !== undefined && { claims }) };
    }
  }
}
