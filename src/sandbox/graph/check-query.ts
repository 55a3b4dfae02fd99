import { GraphRefusal } from './graph-refusal.ts';

/** @throws GraphRefusal 400 for a query option that an operation does not take. */
export function checkQuery(query: URLSearchParams, allowed: readonly string[]): void {
  for (const name of query.keys()) {
    if (!allowed.includes(name)) {
      throw new GraphRefusal(400, 'ErrorInvalidRequest', `The query option '${name}' is not supported here.`);
    }
  }
}
