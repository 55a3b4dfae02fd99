import type { TypedGroup } from './command.ts';
import { findQuotes } from './find-quotes.ts';
import { readNumber } from './read-number.ts';
import { trimSpaces } from './trim-spaces.ts';

/** One group as it stands behind a command: `"Finance"`, `in Finance`, an address, or `#2` of the last list. */
export function parseGroup(said: string): TypedGroup {
  const typed = trimSpaces(said.replace(/^in(?=[\s\u00a0"“„«»‹›])/i, ''));
  const close = findQuotes(typed)(0);
  const isQuoted = close !== undefined && trimSpaces(typed, close + 1).replace(/^[.!?]+$/, '') === '';
  const group = isQuoted ? trimSpaces(typed, 1, close) : typed;
  const groupNumber = isQuoted ? undefined : readNumber(typed);
  return { ...(group !== '' && { group }), ...(groupNumber !== undefined && { groupNumber }) };
}
