import type { TypedGroup } from './command.ts';
import { findQuotes } from './find-quotes.ts';
import { meantWord } from './meant-word.ts';
import { parseGroup, type ReferenceMistake } from './parse-group.ts';
import { skipSpaces } from './skip-spaces.ts';
import { trimSpaces } from './trim-spaces.ts';

/** What is to be watched, as typed: a group, or a conversation (by topic) in one. */
export interface TypedWatch extends TypedGroup {
  readonly conversation?: string;
  readonly mistake?: ReferenceMistake;
}

/** Reads what stands behind `watch`: `"Finance"`, `"Budget" in "Finance"`, `#2` of the last list, or nothing. */
export function parseWatched(said: string): TypedWatch {
  const close = findQuotes(said)(0);
  if (close === undefined) return parseGroup(said);
  const at = skipSpaces(said, close + 1);
  const [word = ''] = /^\p{L}+/u.exec(said.slice(at, at + 12)) ?? [];
  const conversation = trimSpaces(said, 1, close);
  const quoted = said.slice(0, close + 1);
  if (meantWord(word).includes('in')) {
    const { mistake } = parseGroup(`in${said.slice(at + word.length)}`);
    const group = trimSpaces(said, at + word.length);
    const right = mistake?.right ?? (/^["“„«»‹›＂#＃]/.test(group) ? group : `"${group}"`);
    return { conversation, mistake: { code: 'words-unclear', at, right: `${quoted} in ${right}` } };
  }
  if (word.toLowerCase() !== 'in') return parseGroup(said);
  const { mistake, ...group } = parseGroup(said.slice(at));
  return {
    ...group,
    ...(conversation !== '' && { conversation }),
    ...(mistake !== undefined && {
      mistake: { ...mistake, at: at + mistake.at, right: `${quoted} in ${mistake.right}` },
    }),
  };
}
