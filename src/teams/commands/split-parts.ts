import { isMailAddress } from './is-mail-address.ts';
import { readNumber } from './read-number.ts';
import { readValue, type PartValue } from './read-value.ts';
import type { Head, Keyword } from './scan-head.ts';
import { skipSeparators } from './skip-separators.ts';
import { skipSpaces } from './skip-spaces.ts';
import { spaceAt } from './space-at.ts';
import { trimSpaces } from './trim-spaces.ts';

export interface Parts {
  readonly topic?: string;
  readonly group?: string;
  /** The group is written as a number without quotes, `#2`. */
  readonly groupNumber?: number;
  readonly conversation?: string;
  readonly people: string;
  /** Where the parts stand that are there. */
  readonly values: {
    readonly topic?: PartValue;
    readonly group?: PartValue;
    readonly conversation?: PartValue;
  };
  /** The slash between group and conversation. */
  readonly slashAt?: number;
}

interface SplitOptions {
  /** Whether a conversation may follow the group, behind a slash. */
  readonly conversation: boolean;
}

/**
 * Splits a command's head into topic, group, conversation and people, in any order: what stands before the topic is led in
 * by `in` or `with`, and the topic then by `about`.
 */
export function splitParts(line: string, from: number, head: Head, options: SplitOptions): Parts {
  const about = head.keywords.find(({ word }) => word === 'about');
  const before = head.keywords.filter(({ at }) => about !== undefined && at < about.at);
  const behind = head.keywords.filter(({ at }) => about === undefined || at > about.at);
  if (about === undefined) return splitFromTopic(line, from, head, options);
  if (before.length === 0) return splitFromTopic(line, about.valueAt, { ...head, keywords: behind }, options);

  const lead = splitLead(line, before, about.at, head, options);
  const groupBehind = behind.some(
    ({ word, valueAt }) => word === 'in' && skipSpaces(line, valueAt) < head.end,
  );
  // `start In brief about the plan in Finance` begins with its topic.
  if (groupBehind && lead.group !== undefined && !lead.groupIsSure) {
    const keywords = head.keywords.filter((keyword) => keyword !== about);
    return splitFromTopic(line, from, { ...head, keywords }, options);
  }
  const usable = lead.group === undefined ? behind : behind.filter(({ word }) => word === 'with');
  const tail = splitFromTopic(line, about.valueAt, { ...head, keywords: usable }, options);
  const { groupIsSure: _, ...leading } = lead;
  const people = [lead.people, tail.people].filter((part) => part !== '').join(', ');
  if (lead.group === undefined) return { ...tail, people };
  // An address alone stands for the group, but here the group is there already.
  const { topic: value = tail.values.group } = tail.values;
  const values = { ...lead.values, ...(value !== undefined && { topic: value }) };
  return { ...leading, topic: tail.topic ?? tail.group, people, values };
}

/** What stands before `about`: group and people, in either order. */
function splitLead(
  line: string,
  keywords: readonly Keyword[],
  end: number,
  head: Head,
  options: SplitOptions,
): Omit<Parts, 'topic'> & { groupIsSure: boolean } {
  const group = keywords.find(({ word }) => word === 'in');
  const people = keywords.findLast(({ word }) => word === 'with');
  const peopleEnd = group !== undefined && people !== undefined && group.at > people.at ? group.at : end;
  const given = { people: partText(line, people, peopleEnd, head), groupIsSure: false, values: {} };
  if (group === undefined) return given;
  const groupEnd = people !== undefined && people.at > group.at ? people.at : end;
  const parts = splitGroup(line, group.valueAt, groupEnd, head, options);
  const isQuoted = head.quoted.has(skipSpaces(line, group.valueAt, end));
  return { ...given, ...parts, groupIsSure: isQuoted || parts.groupNumber !== undefined };
}

/**
 * Splits what begins with the topic. A quoted part ends with its quote. Where the topic has no quotes, the last ` in `
 * begins the group; ` with ` after the group begins the people (the last one, or the first behind a quoted group), and
 * before the group only when an address or mention follows or the topic is quoted.
 */
function splitFromTopic(line: string, from: number, head: Head, options: SplitOptions): Parts {
  const topicQuoted = quotedPartEnd(line, from, head) !== undefined;
  const { group, early, late } = chooseKeywords(line, head, topicQuoted);
  const topicEnd = (early ?? group ?? { at: head.end }).at;
  const read = readValue(line, from, topicEnd, head);
  const { value: topic } = read;
  const people = [partText(line, early, group?.at ?? head.end, head), partText(line, late, head.end, head)]
    .filter((part) => part !== '')
    .join(', ');
  if (group !== undefined) {
    const end = late?.at ?? head.end;
    const place = splitGroup(line, group.valueAt, end, head, options);
    return { topic, ...place, people, values: { topic: read, ...place.values } };
  }
  // `new finance-all@contoso.com` names the group, not a topic.
  const isGroup = topic !== undefined && !topicQuoted && isMailAddress(topic);
  return isGroup
    ? { group: topic, people, values: { group: read } }
    : { topic, people, values: { topic: read } };
}

/** What `with` leads in; further ones in it separate people as commas do. */
function partText(line: string, keyword: Keyword | undefined, end: number, { keywords }: Head): string {
  if (keyword === undefined) return '';
  const pieces: string[] = [];
  let from = keyword.valueAt;
  for (const { word, at, valueAt } of keywords)
    if (word === 'with' && at >= from && at < end) {
      pieces.push(trimSpaces(line, from, at));
      from = valueAt;
    }
  return [...pieces, trimSpaces(line, from, end)].filter((piece) => piece !== '').join(', ');
}

function splitGroup(
  line: string,
  from: number,
  end: number,
  head: Head,
  options: SplitOptions,
): Pick<Parts, 'group' | 'groupNumber' | 'conversation' | 'slashAt'> & Pick<Parts, 'values'> {
  const slash = options.conversation ? findSlash(line, from, end, head.quoted) : undefined;
  const groupEnd = slash ?? end;
  const groupNumber = readNumber(trimSpaces(line, from, groupEnd));
  const group = readValue(line, from, groupEnd, head);
  const conversation = slash === undefined ? undefined : readValue(line, slash + 1, end, head);
  return {
    group: group.value,
    ...(groupNumber !== undefined && { groupNumber }),
    ...(slash !== undefined && { conversation: conversation?.value, slashAt: slash }),
    values: { group, ...(conversation !== undefined && { conversation }) },
  };
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
  const next = skipSeparators(line, close + 1, head.end);
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
  return last !== undefined && /@|<at\b/i.test(line.slice(last.valueAt, end)) ? last : undefined;
}

function chooseLatePeople(
  line: string,
  head: Head,
  keywords: readonly Keyword[],
  group: Keyword,
): Keyword | undefined {
  const candidates = keywords.filter(({ word, at }) => word === 'with' && at > group.at);
  if (quotedPartEnd(line, group.valueAt, head) !== undefined) return candidates[0];
  const certain = candidates.find(({ valueAt }, index) =>
    /@|<at\b/i.test(line.slice(valueAt, candidates[index + 1]?.at ?? head.end)),
  );
  return certain ?? candidates.at(-1);
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
