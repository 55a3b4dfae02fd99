import type { Post } from '@microsoft/microsoft-graph-types';
import { markerNames } from './marker-names.ts';

/**
 * The request's id as an extended property of a new post, so that the post can be found again. For the calls that may
 * carry one: learn.microsoft.com/graph singlevaluelegacyextendedproperty-post-singlevalueextendedproperties.
 *
 * @param requestId lower-case hex (Exchange compares values without regard to case); undefined: no marker
 */
export function markerProperty(requestId: string | undefined): Pick<Post, 'singleValueExtendedProperties'> {
  return requestId === undefined
    ? {}
    : { singleValueExtendedProperties: [{ id: markerNames.property, value: requestId }] };
}
