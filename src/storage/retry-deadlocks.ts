import { DatabaseError } from 'pg';

/** PostgreSQL, "Error Codes": deadlock_detected. */
const deadlock = '40P01';
const mostTries = 5;

type Method = (...values: never[]) => unknown;

/**
 * A store whose methods are done again when PostgreSQL has ended them because they and another one waited for each other:
 * what it ended is undone, and the other one has gone on. Each of the methods is one transaction, or may be done twice.
 */
export function retryDeadlocks<Store extends object>(store: Store): Store {
  const methods = Object.entries(store).map(([name, method]): [string, unknown] => [
    name,
    typeof method === 'function' ? again(method as Method) : method,
  ]);
  return Object.fromEntries(methods) as Store;
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
