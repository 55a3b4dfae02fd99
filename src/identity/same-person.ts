import type { Person } from '../conversations/person.ts';

/** Whether two records are about the same person. */
export function samePerson(one: Person, other: Person): boolean {
  return one.tenantId === other.tenantId && one.objectId === other.objectId;
}
