import type { Mistake } from './mistake.ts';
import { numberedValues } from './numbered-values.ts';
import { placeholderOf } from './placeholder-of.ts';
import type { ReadPosting } from './read-posting.ts';
import type { PartValue } from './read-value.ts';
import type { Keyword } from './scan-head.ts';
import { skipSpaces } from './skip-spaces.ts';
import { spliceHead } from './splice-head.ts';

/** The first word or sign of a command that leads in a part which is not there. */
export function findEmptyPart(read: ReadPosting, { hasBody }: { hasBody: boolean }): Mistake | undefined {
  return behindKeyword(read, hasBody) ?? behindSlash(read) ?? behindAt(read) ?? behindSign(read);
}

function behindKeyword(read: ReadPosting, hasBody: boolean): Mistake | undefined {
  const { head, partsLine: line, values } = read;
  const isTopicSure =
    values.topic?.quoted === true || values.group?.strayAt !== undefined || read.number !== undefined;
  for (const [index, keyword] of head.keywords.entries()) {
    const end = emptyEnd(read, keyword, head.keywords[index + 1]);
    // `Count me in` ends with a word like any other, unless a text follows.
    if (end === undefined || (!isTopicSure && !(end === head.end && hasBody))) continue;
    return leadsNowhere(read, line.slice(keyword.at, keyword.valueAt), [keyword.at, end]);
  }
  return undefined;
}

/** Where the next part begins, if nothing stands behind a word that leads one in. */
function emptyEnd(
  { head, partsLine: line, kind }: ReadPosting,
  { valueAt }: Keyword,
  next: Keyword | undefined,
): number | undefined {
  let at = skipSpaces(line, valueAt, head.end);
  const close = head.quoted.get(at);
  if (close !== undefined && skipSpaces(line, at + 1, close) === close)
    at = skipSpaces(line, close + 1, head.end);
  const isEmpty = at === head.end || at === next?.at || (kind === 'thread' && line[at] === '/');
  return isEmpty ? at : undefined;
}

function behindSlash(read: ReadPosting): Mistake | undefined {
  const { slashAt, values } = read;
  if (slashAt === undefined || values.conversation === undefined || values.conversation.value !== undefined)
    return undefined;
  return leadsNowhere(read, '/', [slashAt, values.conversation.end]);
}

/** `at` with nothing behind it: behind a quoted part or a number, or at the end of the group. */
function behindAt(read: ReadPosting): Mistake | undefined {
  const { line, values } = read;
  const { topic, group, conversation } = values;
  for (const value of [conversation, group, topic?.strayAt === undefined ? undefined : topic]) {
    const at = value === undefined ? undefined : bareAt(line, value);
    if (value !== undefined && at !== undefined)
      return leadsNowhere(read, line.slice(at, at + 2), [at, value.end]);
  }
  return undefined;
}

function bareAt(line: string, { at, end, strayAt = at }: PartValue): number | undefined {
  const begin = Math.max(strayAt, end - 20);
  const typed = line.slice(begin, end);
  const found = /(?:^|(?<=[\s\u00a0;]))at(?:[\s\u00a0]*(?:""|“”|„“|＂＂))?$/i.exec(typed);
  return found === null || (found.index === 0 && begin > strayAt) ? undefined : begin + found.index;
}

/** `#` alone. */
function behindSign(read: ReadPosting): Mistake | undefined {
  for (const { part, at, end } of numberedValues(read))
    if (/^[#＃]$/.test(read.line.slice(at, end))) return leadsNowhere(read, '#', [at, end], part);
  return undefined;
}

function leadsNowhere(
  read: ReadPosting,
  word: string,
  span: readonly [number, number],
  part: string = word,
): Mistake {
  const heads = [spliceHead(read, span, placeholderOf(part))];
  return { code: 'nothing-follows', at: span[0] + word.length, word, heads };
}
