/** Who asks: a person is a tenant and an object id in it, both lower-case GUIDs (never a name or an address). */
export interface Person {
  readonly tenantId: string;
  readonly objectId: string;
}

/** A person with the name shown on receipts. */
export interface Author extends Person {
  readonly name: string;
}

/** One text per person, for keys and locks: `tenant/object`. */
export function personKey(person: Person): string {
  return `${person.tenantId}/${person.objectId}`;
}
