import { createHash } from 'node:crypto';
import type { TenantProfile } from '../tenant/profile.ts';

/** Puts a list that is newest first into the order that the tenant's profile gives; `shuffled` is always the same. */
export function inListOrder<Item extends { id: string }>(
  newestFirst: readonly Item[],
  order: TenantProfile['listOrder'],
): Item[] {
  if (order === 'newest-first') return [...newestFirst];
  if (order === 'oldest-first') return newestFirst.toReversed();
  return newestFirst.toSorted((one, other) => digest(one.id).localeCompare(digest(other.id)));
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
