import type { GraphAnswer, GraphCall } from './graph-context.ts';
import { GraphRefusal } from './graph-refusal.ts';

const known = new Set([
  'groups',
  'users',
  'me',
  'members',
  'organization',
  'people',
  'drive',
  'root',
  'createdByUser',
  'conversations',
  'threads',
  'posts',
  'subscriptions',
  'appCatalogs',
  'teamsApps',
  'teamwork',
  'installedApps',
  'chat',
]);

/**
 * Paths that no operation has: 405 for a POST to a list of posts, which exists for reading only, else 400 with the
 * segment that the schema does not know, as Graph answers it.
 *
 * @throws GraphRefusal always.
 */
export function unknownPath(call: GraphCall): GraphAnswer {
  const segments = new URL(call.address).pathname.split('/').slice(2);
  if (/^posts$/i.test(segments.at(-1) ?? '')) {
    throw new GraphRefusal(405, 'ErrorInvalidRequest', 'The OData request is not supported.');
  }
  const segment = segments.find((each) => /^[a-z][A-Za-z]+$/.test(each) && !known.has(each));
  throw new GraphRefusal(
    400,
    'BadRequest',
    `Resource not found for the segment '${segment ?? segments.at(-1) ?? ''}'.`,
  );
}
