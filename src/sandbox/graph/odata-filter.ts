import { GraphRefusal } from './graph-refusal.ts';
import type { Entity } from './select-properties.ts';

type Test = (entity: Entity) => boolean;

const token = /\s*(?:('(?:[^']|'')*')|([A-Za-z_][\w/]*)|([(),:]))/y;

/**
 * Reads a `$filter` on directory objects: `eq` with texts, `true`, `false` and `null`, `startswith(property,'text')`,
 * `list/any(x:x eq 'text')`, `and`, `or`, parentheses. Comparisons ignore case, as the directory's do.
 *
 * @param properties that may be filtered by
 * @throws GraphRefusal 400 for anything else.
 */
export function odataFilter(text: string, properties: readonly string[]): Test {
  const tokens = tokenize(text);
  let position = 0;
  const peek = (): string | undefined => tokens[position];
  const next = (): string => tokens[position++] ?? '';
  const expect = (wanted: string): void => {
    if (next() !== wanted) throw invalid(text);
  };
  const property = (): string => {
    const name = next();
    if (properties.includes(name)) return name;
    throw new GraphRefusal(
      400,
      'Request_UnsupportedQuery',
      `Unsupported property filter clause on '${name}'.`,
    );
  };
  const literal = (): unknown => {
    const value = next();
    if (value.startsWith("'")) return value.slice(1, -1).replaceAll("''", "'");
    if (value === 'null') return null;
    if (value === 'true' || value === 'false') return value === 'true';
    throw invalid(text);
  };

  function anyOf(): Test {
    const tests = [allOf()];
    while (peek() === 'or') {
      next();
      tests.push(allOf());
    }
    return (entity) => tests.some((test) => test(entity));
  }
  function allOf(): Test {
    const tests = [single()];
    while (peek() === 'and') {
      next();
      tests.push(single());
    }
    return (entity) => tests.every((test) => test(entity));
  }
  function single(): Test {
    if (peek() === '(') {
      next();
      const inner = anyOf();
      expect(')');
      return inner;
    }
    if (peek()?.toLowerCase() === 'startswith') return startsWith();
    return peek()?.endsWith('/any') ? anyItem() : equals();
  }
  function startsWith(): Test {
    next();
    expect('(');
    const name = property();
    expect(',');
    const start = fold(literal());
    expect(')');
    return (entity) =>
      typeof entity[name] === 'string' && String(fold(entity[name])).startsWith(String(start));
  }
  function anyItem(): Test {
    const name = next().replace(/\/any$/, '');
    if (!properties.includes(name)) throw invalid(text);
    expect('(');
    const variable = next();
    expect(':');
    expect(variable);
    expect('eq');
    const wanted = fold(literal());
    expect(')');
    return (entity) => (entity[name] as unknown[]).some((item) => fold(item) === wanted);
  }
  function equals(): Test {
    const name = property();
    expect('eq');
    const wanted = fold(literal());
    return (entity) => fold(entity[name]) === wanted;
  }

  const test = anyOf();
  if (peek() !== undefined) throw invalid(text);
  return test;
}

function tokenize(text: string): string[] {
  const tokens: string[] = [];
  token.lastIndex = 0;
  const trimmed = text.trimEnd();
  while (token.lastIndex < trimmed.length) {
    const match = token.exec(trimmed);
    if (match === null) throw invalid(text);
    tokens.push(match[1] ?? match[2] ?? match[3] ?? '');
  }
  return tokens;
}

function fold(value: unknown): unknown {
  return typeof value === 'string' ? value.toLowerCase() : value;
}

function invalid(text: string): GraphRefusal {
  return new GraphRefusal(400, 'BadRequest', `Invalid filter clause: '${text}'.`);
}
