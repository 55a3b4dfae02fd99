import type { GraphConnection } from './graph-connection.ts';
import { nextPath } from './next-path.ts';
import { readGraph, type ReadRequest } from './read-graph.ts';

export interface PagesRequest extends ReadRequest {
  /** At most so many pages are read. */
  maxPages: number;
}

/** The pages of a list, one request each, only as far as they are asked for; items that are no objects are left out. */
export async function* readPages(
  connection: GraphConnection,
  { maxPages, ...request }: PagesRequest,
): AsyncGenerator<Record<string, unknown>[]> {
  let path: string | undefined = request.path;
  for (let page = 0; path !== undefined && page < maxPages; page += 1) {
    const body = await readGraph(connection, { ...request, path });
    yield Array.isArray(body['value']) ? body['value'].filter(isObject) : [];
    path = nextPath(connection, body['@odata.nextLink']);
  }
}

function isObject(item: unknown): item is Record<string, unknown> {
  return typeof item === 'object' && item !== null && !Array.isArray(item);
}
