import fc from 'fast-check';

/** One change to a value that was parsed from JSON: at one of its places, counted through, something else or nothing. */
export interface Mutation {
  at: number;
  to: unknown;
}

const gone = Symbol('gone');
const deep = (levels: number): unknown => (levels === 0 ? 'x' : { in: [deep(levels - 1)] });

/** Nothing, another type, too much of it, or JSON of any shape. */
const replacements = fc.oneof(
  fc.constantFrom<unknown>(
    gone,
    null,
    true,
    0,
    -1,
    1e308,
    '',
    ' ',
    '\u0000',
    '\ud800',
    [],
    {},
    [[]],
    [null],
    ['x'],
  ),
  fc.constantFrom<unknown>(deep(3), deep(20), deep(100), { id: null }, { toString: 'x' }, { length: -1 }),
  fc.constantFrom('x'.repeat(5_000), '😀'.repeat(20_000), 'x'.repeat(300_000), '<at>'.repeat(3_000)),
  fc.constantFrom(
    '99999999-0000-4000-8000-000000000009',
    '../..',
    'https://evil.example/',
    "'; drop table x",
  ),
  fc.array(fc.constant({ type: 'mention', text: '<at>x</at>' }), { minLength: 500, maxLength: 500 }),
  fc.jsonValue({ maxDepth: 4 }),
);

/** A few changes, to be made one after the other. */
export const mutations: fc.Arbitrary<Mutation[]> = fc.array(
  fc.record({ at: fc.nat(10_000), to: replacements }),
  { minLength: 1, maxLength: 3 },
);

/** A copy with the changes made. */
export function mutate(value: unknown, changes: readonly Mutation[]): unknown {
  const copy: unknown = structuredClone(value);
  for (const { at, to } of changes) {
    const places = placesIn(copy);
    const place = places[at % places.length];
    if (place === undefined) break;
    const { holder, name } = place;
    if (to !== gone) holder[name] = structuredClone(to);
    else if (Array.isArray(holder)) holder.splice(Number(name), 1);
    else delete holder[name];
  }
  return copy;
}

interface Place {
  holder: Record<string, unknown>;
  name: string;
}

function placesIn(value: unknown, depth = 0): Place[] {
  if (typeof value !== 'object' || value === null || depth > 30) return [];
  const holder = value as Record<string, unknown>;
  return Object.entries(holder).flatMap(([name, inner]) => [{ holder, name }, ...placesIn(inner, depth + 1)]);
}
