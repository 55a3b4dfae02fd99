import type { GraphCall } from './graph-context.ts';
import { GraphRefusal } from './graph-refusal.ts';

/**
 * One page of a list as `{value, @odata.nextLink?}`. The rest is behind `$skiptoken`, which holds the position.
 *
 * @param size items of a page when `$top` does not say
 * @throws GraphRefusal 400 for a `$top` or `$skiptoken` that is none.
 */
export function pageOf<Item>(
  call: GraphCall,
  items: readonly Item[],
  size: number,
): { value: Item[]; '@odata.nextLink'?: string } {
  const top = count(call.query.get('$top') ?? String(size), 1, 999, '$top');
  const start = call.query.has('$skiptoken') ? positionOf(call.query.get('$skiptoken') ?? '') : 0;
  const value = items.slice(start, start + top);
  if (start + top >= items.length) return { value };
  const next = new URL(call.address);
  for (const [name, text] of call.query) if (name !== '$skiptoken') next.searchParams.append(name, text);
  next.searchParams.append('$skiptoken', Buffer.from(`at:${start + top}`).toString('base64url'));
  return { value, '@odata.nextLink': next.href };
}

function positionOf(token: string): number {
  const text = Buffer.from(token, 'base64url').toString();
  return count(text.startsWith('at:') ? text.slice(3) : '', 0, Number.MAX_SAFE_INTEGER, '$skiptoken');
}

function count(text: string, min: number, max: number, name: string): number {
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (number >= min && number <= max) return number;
  throw new GraphRefusal(400, 'BadRequest', `Invalid value '${text}' for ${name} query option found.`);
}
