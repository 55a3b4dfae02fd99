import { CodedError } from '../conversations/errors/coded-error.ts';
import type { LookReads } from './look-reads.ts';
import { nextPath } from './next-path.ts';

type Item = Readonly<Record<string, unknown>>;

export interface ListRequest {
  /** Of the first page. */
  path: string;
  /** More items than this are not read. */
  most: number;
  /** Nothing older matters. Without it every page is read. */
  since?: { time: Date; of: (item: Item) => Date | undefined };
}

/** So many steps back in time, and none forward, are no accident: one in 20! lists. */
const proof = 20;

/**
 * A list to its end, in whatever order it comes: Graph documents none for threads and posts. Reading stops earlier
 * only when the list has proved to be newest first and what is left is older than asked for.
 *
 * @throws CodedError for every page that cannot be read, a next page elsewhere, and LOOK_TOO_LARGE above `most`: an
 * answer is the whole list.
 */
export async function readList(reads: LookReads, { path, most, since }: ListRequest): Promise<Item[]> {
  const items: Item[] = [];
  let page: string | undefined = path;
  while (page !== undefined) {
    const body = await reads.get(page);
    items.push(...itemsOf(body));
    if (items.length > most)
      throw new CodedError('LOOK_TOO_LARGE', {}, { log: `a list of more than ${most}` });
    if (since !== undefined && isCovered(items.map(since.of), since.time)) break;
    const link = body['@odata.nextLink'];
    page = nextPath(reads.connection, link);
    if (page === undefined && link !== undefined && link !== null)
      throw new CodedError('GRAPH_UNREACHABLE', {}, { log: 'a next page that is not followed' });
  }
  return items;
}

function itemsOf({ value }: Record<string, unknown>): Item[] {
  if (Array.isArray(value) && value.every(isItem)) return value;
  throw new CodedError('GRAPH_UNREACHABLE', {}, { log: 'a page that is no list' });
}

function isItem(item: unknown): item is Item {
  return typeof item === 'object' && item !== null && 'id' in item && typeof item.id === 'string';
}

function isCovered(times: readonly (Date | undefined)[], since: Date): boolean {
  let steps = 0;
  for (const [index, time] of times.entries()) {
    const before = times[index - 1];
    if (time === undefined || (before !== undefined && before < time)) return false;
    if (before !== undefined && before > time) steps += 1;
  }
  const last = times.at(-1);
  return steps >= proof && last !== undefined && last < since;
}
