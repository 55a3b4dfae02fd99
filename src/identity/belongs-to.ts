import * as z from 'zod';
import type { Person } from '../conversations/person.ts';

const owned = z.record(z.string(), z.looseObject({ home_account_id: z.string() }));
const cacheShape = z.looseObject({
  Account: z.record(
    z.string(),
    z.looseObject({ home_account_id: z.string(), local_account_id: z.string(), realm: z.string() }),
  ),
  IdToken: owned,
  AccessToken: owned,
  RefreshToken: owned,
});

/**
 * Whether a serialised MSAL cache holds this person's accounts and tokens and nobody else's.
 * A guest's home account id names the home tenant, so accounts are compared by their id in this tenant.
 */
export function belongsTo(contents: string, person: Person): boolean {
  const cache = cacheShape.safeParse(JSON.parse(contents));
  if (!cache.success) return false;
  const accounts = Object.values(cache.data.Account);
  const homes = new Set(accounts.map((account) => account.home_account_id));
  const tokens = [cache.data.IdToken, cache.data.AccessToken, cache.data.RefreshToken].flatMap(Object.values);
  return (
    accounts.every(
      (account) => account.local_account_id === person.objectId && account.realm === person.tenantId,
    ) && tokens.every((token) => homes.has(String(token.home_account_id)))
  );
}
