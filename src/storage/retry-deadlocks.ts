import { DatabaseError } from 'pg';

/** PostgreSQL, "Error Codes": deadlock_detected. */
const deadlock = '40P01';
const mostTries = 5;

type Method = (...values: never[]) => Promise<unknown>;
type Methods<Store> = { [Name in keyof Store]: Method };

/**
 * Stores whose methods are done again when PostgreSQL has ended them because they and another one waited for each other:
 * what it ended is undone, and the other one has gone on. Forgetting, sign-ins, reading and telling change many of the same
 * rows at once, each in an order of its own. Each of the methods is one transaction, or may be done twice.
 */
export function retryDeadlocks<Stores extends { [Name in keyof Stores]: Methods<Stores[Name]> }>(
  stores: Stores,
): Stores {
  return mapped(stores, (store) =>
    mapped(store as object, (method) => again((method as Method).bind(store))),
  ) as Stores;
}

function mapped(values: object, map: (value: unknown) => unknown): object {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, map(value)]));
}

function again(method: Method): Method {
  return async (...values) => {
    for (let tries = 1; ; tries += 1) {
      try {
        return await method(...values);
      } catch (error) {
        const ended = error instanceof DatabaseError && error.code === deadlock;
        if (!ended || tries >= mostTries) throw error;
      }
    }
  };
}
