import { meantWord } from './meant-word.ts';
import type { Mistake } from './mistake.ts';
import { parseTime } from './parse-time.ts';
import { quoteMarks } from './quote-marks.ts';
import type { ReadPosting } from './read-posting.ts';
import type { PartValue } from './read-value.ts';
import { spliceHead } from './splice-head.ts';

type Part = keyof ReadPosting['values'];

/** Words behind a quoted part, or behind a number, that belong to no part. */
export function findStrayWords(read: ReadPosting): Mistake | undefined {
  for (const part of ['topic', 'group', 'conversation'] as const) {
    const value = read.values[part];
    if (value?.strayAt === undefined || isTopic(read, part, value.strayAt)) continue;
    return { code: 'words-unclear', at: value.strayAt, heads: meantHeads(read, part, value) };
  }
  return undefined;
}

/** `"Best of" party in Finance` has a topic that begins with a quote. */
function isTopic({ line, group }: ReadPosting, part: Part, strayAt: number): boolean {
  return part === 'topic' && group !== undefined && !quoteMarks.double.includes(line.charAt(strayAt));
}

function meantHeads(read: ReadPosting, part: Part, { strayAt = 0, sureEnd = 0, end }: PartValue): string[] {
  const { line, group, kind, conversation } = read;
  const typed = line.slice(strayAt, end);
  const [word = ''] = /^[\p{L}\p{M}]+/u.exec(typed.slice(0, 12)) ?? [];
  const rest = typed.slice(word.length).trim();
  const time = typed.replace(/^["“„«»]|["“”«»]$/g, '').trim();
  const texts = [
    ...(/@|<at\b/i.test(rest) ? meantWord(word) : meantWord(word).toReversed()).flatMap((meant) => [
      `${meant} ${rest}`,
      `${meant} "${rest}"`,
    ]),
    ...(part === 'topic' && group === undefined ? [`in ${typed}`] : []),
    ...(part === 'group' && kind === 'thread' && conversation === undefined ? [`/ ${typed}`] : []),
    ...(parseTime(time) === undefined ? [] : [`at "${time}"`]),
  ];
  return [
    ...texts.map((text) => spliceHead(read, [strayAt, end], text)),
    spliceHead(read, [sureEnd, end], ''),
  ];
}
