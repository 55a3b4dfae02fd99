import type { GraphConnection } from './graph-connection.ts';
import { odataQuery } from './odata-query.ts';
import { readGraph } from './read-graph.ts';

/** A person's organisation as far as it is shown to them. */
export interface Organization {
  readonly name?: string;
  /** Lower-case. */
  readonly domains: string[];
}

/**
 * GET /organization: its name and domains, two of the three things that User.Read shows of it (learn.microsoft.com/graph
 * organization-list). Nothing where it cannot be read in time: then nobody but the group's own domain counts as inside, and
 * the organisation is called by its id.
 */
export async function readOrganization(
  connection: GraphConnection,
  token: string,
  deadlineMs: number,
): Promise<Organization> {
  try {
    const path = `/organization${odataQuery({ $select: 'displayName,verifiedDomains' })}`;
    const { value } = await readGraph(connection, { path, token, deadlineMs });
    const [organization] = Array.isArray(value) ? (value as Record<string, unknown>[]) : [];
    const { displayName, verifiedDomains } = organization ?? {};
    const domains = Array.isArray(verifiedDomains) ? (verifiedDomains as { name?: unknown }[]) : [];
    return {
      ...(typeof displayName === 'string' && displayName !== '' && { name: displayName }),
      domains: domains.flatMap(({ name }) => (typeof name === 'string' ? [name.toLowerCase()] : [])),
    };
  } catch {
    return { domains: [] };
  }
}
