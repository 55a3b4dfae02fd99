import type { GraphConnection } from './graph-connection.ts';
import { odataQuery } from './odata-query.ts';
import { readGraph } from './read-graph.ts';

/**
 * GET /organization: the organisation's domains, lower-case. User.Read shows them (learn.microsoft.com/graph
 * organization-list). Empty where they cannot be read in time: then nobody but the group's own domain counts as inside.
 */
export async function readDomains(
  connection: GraphConnection,
  token: string,
  deadlineMs: number,
): Promise<string[]> {
  try {
    const path = `/organization${odataQuery({ $select: 'verifiedDomains' })}`;
    const { value } = await readGraph(connection, { path, token, deadlineMs });
    const [organization] = Array.isArray(value) ? (value as { verifiedDomains?: unknown }[]) : [];
    const domains = organization?.verifiedDomains;
    if (!Array.isArray(domains)) return [];
    return (domains as { name?: unknown }[]).flatMap(({ name }) =>
      typeof name === 'string' ? [name.toLowerCase()] : [],
    );
  } catch {
    return [];
  }
}
