import { markerNames } from './marker-names.ts';
import { odataString } from './odata-string.ts';

/** The two shapes of a marker; a post has at most one, and Graph expands one relationship in a request. */
export type MarkerShape = 'property' | 'extension';

/**
 * The value of `$expand` that brings the marker along. Comparing is left to code: whether `$filter` works on a text
 * property of posts is not documented (learn.microsoft.com/graph singlevaluelegacyextendedproperty-get).
 */
export function markerExpansion(shape: MarkerShape): string {
  const relationship = shape === 'property' ? 'singleValueExtendedProperties' : 'extensions';
  return `${relationship}($filter=id eq ${odataString(markerNames[shape])})`;
}
