import { markerNames } from './marker-names.ts';

type Entity = Readonly<Record<string, unknown>>;

/**
 * The marker of a post that was read with `$expand`, whosever request it names; undefined without one. Graph may put
 * a type's name before an extension's id, and the case of a property's GUID is not kept.
 */
export function markerOf(post: Entity): string | undefined {
  const property = entities(post['singleValueExtendedProperties']).find(
    ({ id }) => fold(id) === fold(markerNames.property),
  );
  if (property !== undefined) return fold(property['value']);
  const extension = entities(post['extensions']).find(
    ({ id, extensionName }) =>
      fold(extensionName) === markerNames.extension || fold(id).endsWith(`.${markerNames.extension}`),
  );
  return extension === undefined ? undefined : fold(extension['requestId']);
}

function entities(list: unknown): Entity[] {
  if (!Array.isArray(list)) return [];
  return list.filter((each) => typeof each === 'object' && each !== null) as Entity[];
}

function fold(value: unknown): string {
  return typeof value === 'string' ? value.toLowerCase() : '';
}
