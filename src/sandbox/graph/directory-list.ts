import type { GraphAnswer, GraphCall } from './graph-context.ts';
import { GraphRefusal } from './graph-refusal.ts';
import { checkQuery } from './check-query.ts';
import { odataFilter } from './odata-filter.ts';
import { odataSearch } from './odata-search.ts';
import { pageOf } from './page-of.ts';
import { selectProperties, type Entity } from './select-properties.ts';

export interface DirectoryListOptions {
  /** The type's name in `@odata.context`. */
  context: string;
  filterBy: readonly string[];
  searchBy: readonly string[];
  hidden?: readonly string[];
  /** Every query on it is an advanced one (casts on memberOf). */
  advanced?: boolean;
}

const options = ['$select', '$top', '$filter', '$search', '$orderby', '$count', '$skiptoken'];

/**
 * Answers a list of directory objects. `$search`, and anything on a cast, is an advanced query: it needs
 * `ConsistencyLevel: eventual` and, on casts, `$count=true`. Source: learn.microsoft.com/graph/aad-advanced-queries.
 */
export function directoryList(
  call: GraphCall,
  entities: readonly Entity[],
  list: DirectoryListOptions,
): GraphAnswer {
  const { query } = call;
  checkQuery(query, options);
  const counted = isCounted(call);
  checkAdvanced(call, list);
  const tests = [
    ...each(query.get('$filter'), (text) => odataFilter(text, list.filterBy)),
    ...each(query.get('$search'), (text) => odataSearch(text, list.searchBy)),
  ];
  const found = ordered(
    entities.filter((entity) => tests.every((test) => test(entity))),
    query.get('$orderby'),
  );
  const page = pageOf(call, found, 100);
  return {
    status: 200,
    body: {
      '@odata.context': `${new URL(call.address).origin}/${call.version}/$metadata#${list.context}`,
      ...(counted ? { '@odata.count': found.length } : {}),
      ...page,
      value: page.value.map((entity) => selectProperties(entity, query, list.hidden)),
    },
  };
}

function isEventual(call: GraphCall): boolean {
  return call.header('ConsistencyLevel')?.toLowerCase() === 'eventual';
}

function isCounted(call: GraphCall): boolean {
  return isEventual(call) && call.query.get('$count') === 'true';
}

function checkAdvanced(call: GraphCall, list: DirectoryListOptions): void {
  const { query } = call;
  if (query.has('$search') && !isEventual(call)) {
    throw unsupported(
      "Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'.",
    );
  }
  const combined = query.has('$orderby') && (query.has('$filter') || query.has('$search'));
  if ((list.advanced || combined) && !isCounted(call)) {
    throw unsupported('This query needs the header ConsistencyLevel: eventual and $count=true.');
  }
}

function each<Value>(text: string | null, read: (text: string) => Value): Value[] {
  return text === null ? [] : [read(text)];
}

function ordered(entities: Entity[], orderBy: string | null): Entity[] {
  if (orderBy === null) return entities;
  const match = /^(displayName|mail|userPrincipalName)(?: (asc|desc))?$/.exec(orderBy);
  if (match === null) throw unsupported(`Sorting by '${orderBy}' is not supported.`);
  const [, property = '', direction] = match;
  const sorted = entities.toSorted((one, other) =>
    String(one[property]).localeCompare(String(other[property])),
  );
  return direction === 'desc' ? sorted.toReversed() : sorted;
}

function unsupported(message: string): GraphRefusal {
  return new GraphRefusal(400, 'Request_UnsupportedQuery', message);
}
