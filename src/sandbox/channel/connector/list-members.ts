import type { SandboxPerson } from '../../tenant/tenant.ts';
import { chatMembers } from '../chats.ts';
import type { ConnectorContext } from './connector-context.ts';
import { refuse } from './connector-error.ts';
import { findChat } from './find-chat.ts';

/** A person as the roster shows them to a bot. */
export interface RosterMember {
  id: string;
  name: string;
  aadObjectId: string;
  /** The same as `aadObjectId`: both names are in use. */
  objectId: string;
  givenName: string;
  surname: string;
  email: string;
  userPrincipalName: string;
  tenantId: string;
  userRole: 'user';
}

const largestPage = 500;

/** The people of a conversation. @throws ConnectorError 403, 404. */
export function listMembers(context: ConnectorContext, conversationId: string): RosterMember[] {
  const { chat } = findChat(context, conversationId);
  return chatMembers(chat, context.tenant).map((person) => toMember(person, context.tenant.id));
}

/** @param memberId `29:` id, object id or sign-in name. @throws ConnectorError 403, 404. */
export function getMember(context: ConnectorContext, conversationId: string, memberId: string): RosterMember {
  const member = listMembers(context, conversationId).find((each) =>
    [each.id, each.aadObjectId, each.userPrincipalName].includes(memberId),
  );
  if (member === undefined) throw refuse(404, 'MemberNotFoundInConversation', 'The member was not found.');
  return member;
}

/** One page of the roster; the continuation token is the position of the next one. */
export function pageMembers(
  context: ConnectorContext,
  conversationId: string,
  query: { pageSize?: string; continuationToken?: string },
): { members: RosterMember[]; continuationToken?: string } {
  const everyone = listMembers(context, conversationId);
  const size = Math.min(Math.max(Number(query.pageSize) || largestPage, 1), largestPage);
  const from = Number(query.continuationToken) || 0;
  const members = everyone.slice(from, from + size);
  return from + size < everyone.length ? { members, continuationToken: String(from + size) } : { members };
}

function toMember(person: SandboxPerson, tenantId: string): RosterMember {
  const [givenName = '', ...rest] = person.displayName.split(' ');
  return {
    id: person.teamsId,
    name: person.displayName,
    aadObjectId: person.id,
    objectId: person.id,
    givenName,
    surname: rest.join(' '),
    email: person.mail,
    userPrincipalName: person.userPrincipalName,
    tenantId,
    userRole: 'user',
  };
}
