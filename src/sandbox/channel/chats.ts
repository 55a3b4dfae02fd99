import { createHash } from 'node:crypto';
import type { SandboxGroupChat, SandboxPerson, SandboxTeam, SandboxTenant } from '../tenant/tenant.ts';

/** A chat that the bot can be in. */
export type Chat =
  | { kind: 'personal'; id: string; person: SandboxPerson }
  | { kind: 'groupChat'; id: string; name: string; groupChat: SandboxGroupChat }
  | { kind: 'channel'; id: string; name: string; team: SandboxTeam };

/** The id of a person's chat with the bot: the same for ever, as in Teams. */
export function personalChatId(person: SandboxPerson): string {
  return `a:1${createHash('sha256').update(`personal chat of ${person.id}`).digest('base64url')}`;
}

/** Every chat of the organisation in which the bot can be. */
export function listChats(tenant: SandboxTenant): Chat[] {
  return [
    ...tenant.people.map((person): Chat => ({ kind: 'personal', id: personalChatId(person), person })),
    ...tenant.groupChats.map((groupChat): Chat => ({
      kind: 'groupChat',
      id: groupChat.id,
      name: groupChat.name,
      groupChat,
    })),
    ...tenant.teams.flatMap((team) =>
      team.channels.map((channel): Chat => ({ kind: 'channel', id: channel.id, name: channel.name, team })),
    ),
  ];
}

/** The people of a chat: the one person, those of the group chat, or the members of the team's group. */
export function chatMembers(chat: Chat, tenant: SandboxTenant): SandboxPerson[] {
  if (chat.kind === 'personal') return [chat.person];
  if (chat.kind === 'groupChat')
    return tenant.people.filter(({ id }) => chat.groupChat.memberIds.includes(id));
  const group = tenant.groups.find((each) => each.id === chat.team.groupId);
  return tenant.people.filter((person) => group?.memberIds.includes(person.id) === true);
}

/** Whether somebody is in a chat. */
export function isInChat(chat: Chat, person: SandboxPerson, tenant: SandboxTenant): boolean {
  if (chat.kind === 'personal') return chat.person.id === person.id;
  const ids =
    chat.kind === 'groupChat'
      ? chat.groupChat.memberIds
      : tenant.groups.find((each) => each.id === chat.team.groupId)?.memberIds;
  return ids?.includes(person.id) === true;
}

/** The chats by their ids, and personal ones by either id of the person: an organisation may have thousands. */
export interface ChatIndex {
  readonly byId: ReadonlyMap<string, Chat>;
  readonly byMember: ReadonlyMap<string, Chat>;
}

export function indexChats(chats: readonly Chat[]): ChatIndex {
  return {
    byId: new Map(chats.map((chat) => [chat.id, chat])),
    byMember: new Map(
      chats.flatMap((chat) =>
        chat.kind === 'personal'
          ? [chat.person.id, chat.person.teamsId].map((id) => [id, chat] as const)
          : [],
      ),
    ),
  };
}
