import type { GraphConnection } from './graph-connection.ts';

/** The path of a list's next page. Followed on the same Graph only, because the token goes with it; else undefined. */
export function nextPath({ endpoint, version }: GraphConnection, link: unknown): string | undefined {
  const base = `${endpoint}/${version}/`;
  return typeof link === 'string' && link.startsWith(base) ? `/${link.slice(base.length)}` : undefined;
}
