import { GraphRefusal } from './graph-refusal.ts';
import type { Entity } from './select-properties.ts';

/**
 * Reads a `$search` on directory objects: `"property:text"`, several joined by `OR` or `AND`. Names match when every
 * word of the text begins a word of the name; addresses when they begin with the text. Source: learn.microsoft.com/graph
 * search-query-parameter; inside the double quotes `"` and `\` are written with a backslash before them.
 *
 * @param properties that may be searched
 * @throws GraphRefusal 400 for anything else.
 */
export function odataSearch(text: string, properties: readonly string[]): (entity: Entity) => boolean {
  const clause = /\s*"((?:[^"\\]|\\.)*)"\s*(OR|AND|$)/y;
  const alternatives: ((entity: Entity) => boolean)[][] = [[]];
  do {
    const match = clause.exec(text);
    if (match === null) throw invalid(text);
    const [, quoted = '', joint] = match;
    alternatives.at(-1)?.push(clauseTest(quoted.replace(/\\(.)/g, '$1'), properties));
    if (joint === 'OR') alternatives.push([]);
    if (joint === '') break;
  } while (clause.lastIndex < text.length);
  return (entity) => alternatives.some((tests) => tests.length > 0 && tests.every((test) => test(entity)));
}

function clauseTest(clause: string, properties: readonly string[]): (entity: Entity) => boolean {
  const colon = clause.indexOf(':');
  const property = clause.slice(0, Math.max(colon, 0));
  if (!properties.includes(property)) throw invalid(clause);
  const wanted = clause.slice(colon + 1).toLowerCase();
  if (wordsOf(wanted).length === 0) throw invalid(clause);
  return (entity) => {
    const value = entity[property];
    if (typeof value !== 'string') return false;
    if (value.includes('@')) return value.toLowerCase().startsWith(wanted.trim());
    const words = wordsOf(value);
    return wordsOf(wanted).every((start) => words.some((word) => word.startsWith(start)));
  };
}

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}\p{Extended_Pictographic}]+/u)
    .filter((word) => word !== '');
}

function invalid(text: string): GraphRefusal {
  return new GraphRefusal(400, 'BadRequest', `Syntax error: the search clause '${text}' is not valid.`);
}
