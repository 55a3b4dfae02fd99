import type { FindClosingQuote } from './find-quotes.ts';
import { quoteMarks } from './quote-marks.ts';
import { skipSpaces } from './skip-spaces.ts';
import { spaceAt } from './space-at.ts';

/** A word that begins a part: where it stands and where its value begins. `about` begins the topic. */
export interface Keyword {
  readonly word: 'in' | 'with' | 'about';
  readonly at: number;
  readonly valueAt: number;
}

/** The first line of a command as far as it is not body; all offsets are into that line. */
export interface Head {
  readonly end: number;
  /** The colon that ends the head, if one does. */
  readonly colonAt?: number;
  /** False when the colon might as well belong to the group's name. */
  readonly certain: boolean;
  readonly keywords: readonly Keyword[];
  /** Quoted stretches: offset of the opening quote to that of the closing one. */
  readonly quoted: ReadonlyMap<number, number>;
  /** A quote at the beginning of a part that is never closed. */
  readonly unclosedAt?: number;
}

/** The head read so far, and where reading stands. */
interface Scan {
  readonly line: string;
  readonly closingQuote: FindClosingQuote;
  /** Where the first word of the head stands. */
  readonly begins: number;
  readonly isReply: boolean;
  readonly keywords: Keyword[];
  readonly quoted: Map<number, number>;
  firstIn?: Keyword;
  unclosedAt?: number;
  position: number;
  partBegins: boolean;
  wordBegins: boolean;
  afterQuote: boolean;
}

/**
 * Reads a command's first line from `from` to the colon before the body. A colon ends the head when it
 * - follows a closing quote or `>`, or is followed by a space or the end of the line, or is full-width;
 * - stands after `in …` without a space behind it, and neither before `//` nor between digits. If more could be
 *   the head after such a colon, the reading is not certain.
 * So `10:30`, `https://…` and colons inside quotes belong to the topic, and `Budget: hello` has the body `hello`.
 *
 * @param options.isReply a topic may be led in by `to` as well
 */
export function scanHead(
  line: string,
  from: number,
  closingQuote: FindClosingQuote,
  { isReply = false }: { isReply?: boolean } = {},
): Head {
  const scan: Scan = {
    line,
    closingQuote,
    begins: skipSpaces(line, from),
    isReply,
    keywords: [],
    quoted: new Map(),
    position: from,
    partBegins: true,
    wordBegins: true,
    afterQuote: false,
  };
  let colon: 'sure' | 'perhaps' | undefined;
  while (scan.position < line.length) {
    colon = colonAt(scan);
    if (colon !== undefined) break;
    if (!readSpace(scan) && !readQuoted(scan)) readCharacter(scan);
  }
  const { position: end, keywords, quoted, unclosedAt } = scan;
  const certain = colon !== 'perhaps' || !/:(?:\s|$)|\sin\s/i.test(line.slice(end + 1));
  return { end, colonAt: colon && end, certain, keywords, quoted, unclosedAt };
}

/** Whether the head ends here: surely, perhaps (a colon inside a name looks the same), or not. */
function colonAt({ line, position, afterQuote, firstIn }: Scan): 'sure' | 'perhaps' | undefined {
  if (line[position] === '：') return 'sure';
  if (line[position] !== ':') return undefined;
  if (afterQuote || position + 1 === line.length || spaceAt(line, position + 1) > 0) return 'sure';
  if (line.startsWith('//', position + 1)) return undefined;
  if (/^\d:\d$/.test(line.slice(position - 1, position + 2))) return undefined;
  return firstIn !== undefined && skipSpaces(line, firstIn.valueAt) < position ? 'perhaps' : undefined;
}

function readSpace(scan: Scan): boolean {
  const length = spaceAt(scan.line, scan.position);
  scan.position += length;
  scan.wordBegins ||= length > 0;
  return length > 0;
}

/** Single quotes are apostrophes too, so they quote only where a part begins. */
function readQuoted(scan: Scan): boolean {
  const { line, position, partBegins, wordBegins } = scan;
  if (!partBegins && !(wordBegins && quoteMarks.double.includes(line.charAt(position)))) return false;
  const close = scan.closingQuote(position);
  if (close === undefined) {
    // `'90s` is no quote that somebody forgot to close.
    const isQuote =
      quoteMarks.opening.includes(line.charAt(position)) &&
      !/^['‘]\d/.test(line.slice(position, position + 2));
    if (partBegins && isQuote) scan.unclosedAt ??= position;
    return false;
  }
  scan.quoted.set(position, close);
  scan.position = close + 1;
  scan.partBegins = false;
  scan.wordBegins = true;
  scan.afterQuote = true;
  return true;
}

function readCharacter(scan: Scan): void {
  const character = scan.line.charAt(scan.position);
  const keyword = scan.wordBegins ? keywordAt(scan) : undefined;
  if (keyword !== undefined) scan.keywords.push(keyword);
  if (keyword?.word === 'in') scan.firstIn ??= keyword;
  scan.position = keyword?.valueAt ?? scan.position + 1;
  scan.partBegins = keyword !== undefined || '/,;，；'.includes(character);
  scan.wordBegins = scan.partBegins || endsWithAt(scan);
  scan.afterQuote = character === '>';
}

/** `at"9:00"`: the word that leads in the time is read later, but its quotes count already. */
function endsWithAt({ line, position, begins }: Scan): boolean {
  return /(?:^|[^\p{L}\p{N}])at$/iu.test(line.slice(Math.max(begins, position - 3), position));
}

function keywordAt(scan: Scan): Keyword | undefined {
  const { line, position: at } = scan;
  // Nearly every word begins with another letter: decided without cutting anything out.
  if (!'iwatIWAT'.includes(line.charAt(at))) return undefined;
  const typed = /^(?:in|with|about|to)/i.exec(line.slice(at, at + 5))?.[0].toLowerCase();
  if (typed === undefined) return undefined;
  const valueAt = at + typed.length;
  const next = line[valueAt];
  const ends =
    next === undefined ||
    next === ':' ||
    next === '：' ||
    quoteMarks.double.includes(next) ||
    spaceAt(line, valueAt) > 0;
  if (!ends) return undefined;
  if (typed === 'in' || typed === 'with') return { word: typed, at, valueAt };
  return beginsTopic(scan, typed, valueAt) ? { word: 'about', at, valueAt } : undefined;
}

/**
 * Inside a topic these are words like any other. They count where no topic stands before them: behind another part, and at
 * the very beginning `to` of a reply, or `about` before a quote (`start About us in Finance` has the topic “About us”).
 */
function beginsTopic(
  { line, position, begins, keywords, isReply }: Scan,
  typed: string,
  valueAt: number,
): boolean {
  if (typed === 'to' && !isReply) return false;
  if (keywords.some(({ word }) => word === 'about')) return false;
  if (position !== begins) return keywords[0]?.at === begins;
  return typed === 'to' || quoteMarks.opening.includes(line[skipSpaces(line, valueAt)] ?? '\0');
}
