import type { AccountProbe } from '../conversations/ports/account-probe.ts';
import { getMe } from './get-me.ts';
import type { GraphConnection } from './graph-connection.ts';
import { odataQuery } from './odata-query.ts';
import { readGraph } from './read-graph.ts';
import { readOrganization } from './read-organization.ts';
import { readPages } from './read-pages.ts';

/** Longest time for one of its reads: somebody waits in a chat. */
const deadlineMs = 2_000;

/** Asks Graph what a token can do, with reads that change nothing. */
export function createAccountProbe(connection: GraphConnection): AccountProbe {
  return {
    async profile(token) {
      const get = (path: string) => readGraph(connection, { path, token, deadlineMs });
      const [{ displayName, mail, userPrincipalName }, { name: organisation }] = await Promise.all([
        getMe(get),
        readOrganization(connection, token, deadlineMs),
      ]);
      const address = mail ?? userPrincipalName;
      return {
        ...(displayName !== undefined && { name: displayName }),
        ...(address !== undefined && { mail: address }),
        ...(organisation !== undefined && { organisation }),
      };
    },
    // User.Read is enough to be answered, but then everything but the ids is null ("limited info").
    async groupNames(token) {
      const query = odataQuery({ $count: true, $select: 'id,displayName', $top: 1 });
      const path = `/me/memberOf/microsoft.graph.group${query}`;
      const headers = { ConsistencyLevel: 'eventual' };
      const pages = readPages(connection, { path, token, headers, deadlineMs, maxPages: 1 });
      for await (const [group] of pages)
        return group === undefined ? undefined : typeof group['displayName'] === 'string';
      return undefined;
    },
  };
}
