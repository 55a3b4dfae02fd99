import type { TenantProfile } from '../tenant/profile.ts';
import { GraphRefusal } from './graph-refusal.ts';
import type { ExtendedProperty, Post } from './mailbox-items.ts';
import { refuseProperty } from './refuse-property.ts';
import type { Entity } from './select-properties.ts';

const expandable =
  /^(singleValueExtendedProperties|multiValueExtendedProperties|extensions|attachments)(?:\(\$filter=id eq '((?:[^']|'')*)'\))?$/i;

/**
 * What `$expand` adds to a post: one relationship per request (learn.microsoft.com conversationthread-list-posts).
 * Extended properties need the filter that names the one wanted; the name's case counts, the GUID's does not.
 *
 * A tenant that refuses markers does not have them in its schema, so that they cannot be expanded there either.
 *
 * @throws GraphRefusal 400 for anything else.
 */
export function expandPost(post: Post, expand: string | null, marker: TenantProfile['marker']): Entity {
  if (expand === null) return {};
  const [, relationship = '', quoted] = expandable.exec(expand.trim()) ?? [];
  if (marker === 'refused' && /Properties$|^extensions$/i.test(relationship)) refuseProperty(relationship);
  const id = quoted?.replaceAll("''", "'");
  switch (relationship.toLowerCase()) {
    case 'attachments':
      return { attachments: post.attachments };
    case 'extensions':
      return list(
        'extensions',
        post.extensions.map(extensionJson).filter((each) => id === undefined || names(each, id)),
      );
    case 'singlevalueextendedproperties':
      return list('singleValueExtendedProperties', properties(post.extendedProperties, id));
    case 'multivalueextendedproperties':
      return list('multiValueExtendedProperties', properties(post.multiValueProperties, id));
    default:
      throw new GraphRefusal(400, 'BadRequest', `Parsing OData Select and Expand failed: '${expand}'.`);
  }
}

/** Graph leaves an expanded list out when nothing is in it. */
function list(name: string, values: readonly unknown[]): Entity {
  return values.length > 0 ? { [name]: values } : {};
}

function properties<Property extends Pick<ExtendedProperty, 'id'>>(
  held: readonly Property[],
  id: string | undefined,
): readonly Property[] {
  if (id === undefined) {
    throw new GraphRefusal(
      400,
      'ErrorInvalidUrlQueryFilter',
      'The filter on the extended property is missing.',
    );
  }
  return held.filter((each) => withLowerGuid(each.id) === withLowerGuid(id));
}

function withLowerGuid(id: string): string {
  return id.replace(/\{[^}]*\}/, (guid) => guid.toLowerCase());
}

function extensionJson(extension: Entity): Entity {
  return {
    '@odata.type': '#microsoft.graph.openTypeExtension',
    // Exchange gives the id with this prefix, and takes it with or without.
    id: `Microsoft.OutlookServices.OpenTypeExtension.${String(extension['extensionName'])}`,
    ...extension,
  };
}

function names(extension: Entity, id: string): boolean {
  return (
    extension['extensionName'] === id ||
    extension['id'] === id ||
    `microsoft.graph.openTypeExtension.${String(extension['extensionName'])}` === id
  );
}
