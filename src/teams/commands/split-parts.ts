import { isMailAddress } from './is-mail-address.ts';
import type { Head, Keyword } from './scan-head.ts';
import { skipSpaces } from './skip-spaces.ts';
import { spaceAt } from './space-at.ts';
import { trimSpaces } from './trim-spaces.ts';

export interface Parts {
  readonly topic?: string;
  readonly group?: string;
  readonly conversation?: string;
  readonly people: string;
}

/**
 * Splits a command's head into topic, group, conversation and people. A quoted part ends with its quote. Where the
 * topic has no quotes, the last ` in ` begins the group; ` with ` after the group begins the people (the last one,
 * or the first behind a quoted group), and before the group only when an address follows or the topic is quoted.
 */
export function splitParts(
  line: string,
  from: number,
  head: Head,
  options: { conversation: boolean },
): Parts {
  const topicQuoted = quotedPartEnd(line, from, head) !== undefined;
  const { group, early, late } = chooseKeywords(line, head, topicQuoted);
  const topicEnd = (early ?? group ?? { at: head.end }).at;
  const topic = valueOf(line, from, topicEnd, head);
  const people = [partText(line, early, group?.at ?? head.end), partText(line, late, head.end)]
    .filter((part) => part !== '')
    .join(', ');
  if (group !== undefined) {
    const end = late?.at ?? head.end;
    return { topic, ...splitGroup(line, group.valueAt, end, head, options), people };
  }
  // `new finance-all@contoso.com` names the group, not a topic.
  const isGroup = topic !== undefined && !topicQuoted && isMailAddress(topic);
  return isGroup ? { group: topic, people } : { topic, people };
}

function partText(line: string, keyword: Keyword | undefined, end: number): string {
  return keyword === undefined ? '' : trimSpaces(line, keyword.valueAt, end);
}

function splitGroup(
  line: string,
  from: number,
  end: number,
  head: Head,
  options: { conversation: boolean },
): Pick<Parts, 'group' | 'conversation'> {
  const slash = options.conversation ? findSlash(line, from, end, head.quoted) : undefined;
  if (slash === undefined) return { group: valueOf(line, from, end, head) };
  return { group: valueOf(line, from, slash, head), conversation: valueOf(line, slash + 1, end, head) };
}

/** The keywords that begin the group and the people; other `in`s and `with`s belong to the parts. */
function chooseKeywords(
  line: string,
  head: Head,
  topicQuoted: boolean,
): { group?: Keyword; early?: Keyword; late?: Keyword } {
  // `Count me in` ends with a word, not with a part; behind a quoted topic it can only be a part.
  const usable = head.keywords.filter(({ valueAt }) => topicQuoted || skipSpaces(line, valueAt) < head.end);
  const group = chooseGroup(line, head, usable, topicQuoted);
  const late = group === undefined ? undefined : chooseLatePeople(line, head, usable, group);
  const early =
    late === undefined || topicQuoted ? chooseEarlyPeople(line, head, usable, group, topicQuoted) : undefined;
  return { group, early, late };
}

/** Where a quoted part that begins at `from` is over, if the next part or the end of the head follows. */
function quotedPartEnd(line: string, from: number, head: Head): number | undefined {
  const close = head.quoted.get(skipSpaces(line, from, head.end));
  if (close === undefined) return undefined;
  const next = skipSpaces(line, close + 1, head.end);
  const over = next === head.end || line[next] === '/' || head.keywords.some(({ at }) => at === next);
  return over ? next : undefined;
}

function chooseGroup(
  line: string,
  head: Head,
  keywords: readonly Keyword[],
  topicQuoted: boolean,
): Keyword | undefined {
  const candidates = keywords.filter(({ word }) => word === 'in');
  if (topicQuoted) return candidates[0];
  const quoted = candidates.findLast(({ valueAt }) => head.quoted.has(skipSpaces(line, valueAt, head.end)));
  if (quoted !== undefined && quotedPartEnd(line, quoted.valueAt, head) !== undefined) return quoted;
  return candidates.at(-1);
}

function chooseEarlyPeople(
  line: string,
  head: Head,
  keywords: readonly Keyword[],
  group: Keyword | undefined,
  topicQuoted: boolean,
): Keyword | undefined {
  const end = group?.at ?? head.end;
  const candidates = keywords.filter(({ word, at }) => word === 'with' && at < end);
  if (topicQuoted) return candidates[0];
  const last = candidates.at(-1);
  return last !== undefined && line.slice(last.valueAt, end).includes('@') ? last : undefined;
}

function chooseLatePeople(
  line: string,
  head: Head,
  keywords: readonly Keyword[],
  group: Keyword,
): Keyword | undefined {
  const candidates = keywords.filter(({ word, at }) => word === 'with' && at > group.at);
  return quotedPartEnd(line, group.valueAt, head) === undefined ? candidates.at(-1) : candidates[0];
}

/** The slash between group and conversation: behind a quoted group, else the first between spaces, else the first. */
function findSlash(
  line: string,
  from: number,
  end: number,
  quoted: ReadonlyMap<number, number>,
): number | undefined {
  let tight: number | undefined;
  for (let at = skipSpaces(line, from, end); at < end; at += 1) {
    const close = quoted.get(at);
    if (close !== undefined) at = close;
    else if (line[at] === '/') {
      if (spaceAt(line, at - 1) > 0 && spaceAt(line, at + 1) > 0) return at;
      tight ??= at;
    }
  }
  return tight;
}

/** A part's text without its quotes, undefined when nothing is there. */
function valueOf(line: string, from: number, end: number, head: Head): string | undefined {
  const start = skipSpaces(line, from, end);
  const close = head.quoted.get(start);
  const isQuoted = close !== undefined && close < end && skipSpaces(line, close + 1, end) === end;
  const value = isQuoted ? trimSpaces(line, start + 1, close) : trimSpaces(line, start, end);
  return value === '' ? undefined : value;
}
