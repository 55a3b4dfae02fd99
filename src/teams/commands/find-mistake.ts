import { findEmptyPart } from './find-empty-part.ts';
import { findStrayWords } from './find-stray-words.ts';
import type { Mistake } from './mistake.ts';
import { numberedValues } from './numbered-values.ts';
import { placeholderOf } from './placeholder-of.ts';
import { readNumber } from './read-number.ts';
import type { ReadPosting } from './read-posting.ts';
import { spliceHead } from './splice-head.ts';
import { unclearQuote } from './unclear-quote.ts';

/** Finds words that lead to nothing or belong nowhere, quotes that belong to nothing, and numbers of nothing. */
export function findMistake(read: ReadPosting, { hasBody }: { hasBody: boolean }): Mistake | undefined {
  return (
    findEmptyPart(read, { hasBody }) ??
    quoteOf(read) ??
    findStrayWords(read) ??
    numberOf(read) ??
    groupBesideNumber(read)
  );
}

function quoteOf(read: ReadPosting): Mistake | undefined {
  const { line, values } = read;
  for (const { at, end, quoted, strayAt } of Object.values(values)) {
    const typed = line.slice(at, end);
    // Two apostrophes in place of a quote are read as one pair inside another.
    const unclear =
      strayAt === undefined && (!quoted || /^''./.test(typed)) ? unclearQuote(typed) : undefined;
    if (unclear === undefined) continue;
    // In an example the beginning is enough.
    const name = typed.slice(0, 200).replace(/^[,'‘’"“”„«»‹›＂]+|[,'‘’"“”„«»‹›＂]+$/g, '');
    const heads = [spliceHead(read, [at, end], `"${name || 'Name'}"`)];
    return { code: 'quote-unclear', at: at + unclear, heads };
  }
  return undefined;
}

function numberOf(read: ReadPosting): Mistake | undefined {
  for (const { part, at, end } of numberedValues(read)) {
    const word = read.line.slice(at, end);
    if (!/^[#＃] ?\d+$/.test(word.normalize('NFKC')) || readNumber(word) !== undefined) continue;
    return { code: 'number-unclear', at, word, heads: [spliceHead(read, [at, end], placeholderOf(part))] };
  }
  return undefined;
}

function groupBesideNumber(read: ReadPosting): Mistake | undefined {
  const { head, number, group, values } = read;
  const keyword = head.keywords.find(({ word }) => word === 'in');
  if (number === undefined || group === undefined || keyword === undefined) return undefined;
  const heads = [spliceHead(read, [keyword.at, values.group?.end ?? head.end], '')];
  return { code: 'number-and-group', at: keyword.at, heads };
}
