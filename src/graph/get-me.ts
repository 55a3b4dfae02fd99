import { odataQuery } from './odata-query.ts';

/** The signed-in person as the directory knows them; what is missing there is undefined. */
export interface Me {
  id: string;
  displayName?: string;
  mail?: string;
  userPrincipalName?: string;
}

/**
 * GET /me: whose token this is.
 *
 * @param get reads a path below the version with that token; what it throws passes through
 */
export async function getMe(get: (path: string) => Promise<Record<string, unknown>>): Promise<Me> {
  const names = ['displayName', 'mail', 'userPrincipalName'] as const;
  const me = await get(`/me${odataQuery({ $select: ['id', ...names].join(',') })}`);
  const known = names.filter((name) => typeof me[name] === 'string').map((name) => [name, me[name]]);
  return { id: String(me['id']), ...(Object.fromEntries(known) as Omit<Me, 'id'>) };
}
