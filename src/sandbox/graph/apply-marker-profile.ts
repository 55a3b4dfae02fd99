import type { TenantProfile } from '../tenant/profile.ts';
import type { PostBody } from './new-post-of.ts';
import { refuseProperty } from './refuse-property.ts';

/**
 * What becomes of extended properties and extensions of a new post in this tenant: kept, dropped without a word, or
 * refused.
 *
 * @throws GraphRefusal 400 that names the property.
 */
export function applyMarkerProfile(post: PostBody, marker: TenantProfile['marker']): PostBody {
  const { singleValueExtendedProperties, multiValueExtendedProperties, extensions, ...plain } = post;
  if (marker === 'kept') return post;
  if (marker === 'dropped') return plain;
  const written = { singleValueExtendedProperties, multiValueExtendedProperties, extensions };
  const refused = Object.entries(written).find(([, value]) => value !== undefined)?.[0];
  if (refused !== undefined) refuseProperty(refused);
  return post;
}
