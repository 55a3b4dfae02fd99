import { GraphRefusal } from './graph-refusal.ts';

export type Entity = Readonly<Record<string, unknown>>;

/**
 * What an answer shows of an entity: what `$select` names, else the defaults. `id` and annotations always.
 *
 * @param hidden properties that are shown only when selected
 * @throws GraphRefusal 400 for a property that does not exist.
 */
export function selectProperties(
  entity: Entity,
  query: URLSearchParams,
  hidden: readonly string[] = [],
): Entity {
  const select = query.get('$select');
  if (select === null) {
    return Object.fromEntries(Object.entries(entity).filter(([name]) => !hidden.includes(name)));
  }
  const wanted = select.split(',').map((name) => name.trim());
  const unknown = wanted.find((name) => !(name in entity));
  if (unknown !== undefined) {
    throw new GraphRefusal(
      400,
      'BadRequest',
      `Parsing OData Select and Expand failed: Could not find a property named '${unknown}'.`,
    );
  }
  const kept = Object.entries(entity).filter(
    ([name]) => name === 'id' || name.startsWith('@odata.') || wanted.includes(name),
  );
  return Object.fromEntries(kept);
}
