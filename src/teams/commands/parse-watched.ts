import type { TypedGroup } from './command.ts';
import { findQuotes } from './find-quotes.ts';
import { parseGroup } from './parse-group.ts';
import { trimSpaces } from './trim-spaces.ts';

/** What is to be watched, as typed: a group, or a conversation (by topic) in one. */
export interface TypedWatch extends TypedGroup {
  readonly conversation?: string;
}

/** Reads what stands behind `watch`: `"Finance"`, `"Budget" in "Finance"`, `#2` of the last list, or nothing. */
export function parseWatched(said: string): TypedWatch {
  const close = findQuotes(said)(0);
  if (close === undefined) return parseGroup(said);
  const rest = trimSpaces(said, close + 1);
  if (!/^in(?=[\s\u00a0"“„«»‹›])/i.test(rest)) return parseGroup(said);
  const conversation = trimSpaces(said, 1, close);
  return { ...parseGroup(rest), ...(conversation !== '' && { conversation }) };
}
