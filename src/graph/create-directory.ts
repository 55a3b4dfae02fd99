import { CodedError } from '../conversations/errors/coded-error.ts';
import type { Directory, GroupSummary } from '../conversations/ports/directory.ts';
import { filterGroups } from './filter-groups.ts';
import { findGroupsByName } from './find-groups-by-name.ts';
import { findPeopleByName } from './find-people-by-name.ts';
import { getGroup } from './get-group.ts';
import { getPerson } from './get-person.ts';
import type { GraphConnection } from './graph-connection.ts';
import { listConversationThreads } from './list-conversation-threads.ts';
import { listConversations } from './list-conversations.ts';
import { listOwnGroups } from './list-own-groups.ts';
import { odataString } from './odata-string.ts';
import { readAudience } from './read-audience.ts';
import { readOrganization } from './read-organization.ts';

/** More groups than one cannot share an address; more are asked for only to see that. */
const sameMail = 10;

/** Groups, conversations and people behind Graph, as `conversations/` wants them. */
export function createDirectory(connection: GraphConnection): Directory {
  return {
    async ownGroups(token, { query = '', limit }) {
      const groups = await listOwnGroups(connection, token);
      // "Limited info": that the person has groups may be read, and nothing else of them.
      if (groups.length > 0 && groups.every(({ id, name }) => name === id))
        throw new CodedError('READ_PERMISSION_MISSING');
      return groups
        .filter((group) => group.type === 'microsoft365' && contains(group, query))
        .toSorted((one, other) => Number(isExact(other, query)) - Number(isExact(one, query)))
        .slice(0, limit);
    },
    groupById: (token, id) => getGroup(connection, token, id),
    groupsByMail: (token, mail) =>
      filterGroups(connection, token, { filter: `mail eq ${odataString(mail)}`, limit: sameMail }),
    groupsByName: (token, name, limit) => findGroupsByName(connection, token, { name, limit }),
    threads: (token, groupId, conversationId) =>
      listConversationThreads(connection, token, { groupId, conversationId }),
    personById: (token, id) => getPerson(connection, token, id),
    peopleByName: (token, name, limit) => findPeopleByName(connection, token, { name, limit }),
    audience: (token, groupId, deadlineMs) => readAudience(connection, token, { groupId, deadlineMs }),
    ownDomains: async (token, deadlineMs) => (await readOrganization(connection, token, deadlineMs)).domains,
    conversations: (token, groupId, limit) => listConversations(connection, token, { groupId, limit }),
  };
}

function contains(group: GroupSummary, query: string): boolean {
  return [group.name, group.mail ?? ''].some((text) => fold(text).includes(fold(query)));
}

/** An exact name comes first, so that `limit` never cuts it off. */
function isExact(group: GroupSummary, query: string): boolean {
  return fold(group.name) === fold(query);
}

function fold(text: string): string {
  return text.normalize('NFC').trim().toLowerCase();
}
