import { lineBreakAt } from './line-break-at.ts';
import { skipSpaces } from './skip-spaces.ts';

export interface MessageText {
  /** The activity's plain text. */
  readonly text: string;
  /** Texts of the mention entities that mention the bot, such as `<at>Kickoff</at>`; nobody else's. */
  readonly botMentions: readonly string[];
}

/**
 * What a person wrote to the bot: the bot's own mentions before the first word and the line break that Teams puts at
 * the end are removed, with the spaces around them (`&nbsp;` among them). Mentions of the bot further on, all other
 * mentions, and every other character stay.
 */
export function cleanMessageText({ text, botMentions }: MessageText): string {
  const names = new Set(botMentions.map(nameOf).filter((name) => name !== ''));
  let at = 0;
  let next: number | undefined = 0;
  while (next !== undefined) {
    at = next === 0 ? 0 : skipSpaces(text, next, text.length, true);
    next = skipMention(text, skipSpaces(text, at, text.length, true), names);
  }
  const rest = text.slice(at);
  if (rest.endsWith('\r\n')) return rest.slice(0, -2);
  return lineBreakAt(rest, rest.length - 1) > 0 ? rest.slice(0, -1) : rest;
}

/** The offset behind a mention of the bot at `at`, with a comma or colon that belongs to it (“@Kickoff, start …”). */
function skipMention(text: string, at: number, names: ReadonlySet<string>): number | undefined {
  const mention = /^<at\b[^<>]{0,200}>([^<>]{0,200})<\/at\s{0,3}>/i.exec(text.slice(at, at + 500));
  if (mention === null || !names.has(fold(mention[1] ?? ''))) return undefined;
  const end = at + mention[0].length;
  return text[end] === ',' || text[end] === ':' ? end + 1 : end;
}

function nameOf(mention: string): string {
  return fold(mention.replace(/<[^<>]*>/g, ''));
}

/** Teams writes the same name with different spaces and entities in text and entity. */
function fold(name: string): string {
  return name
    .replace(/&nbsp;|[\s\u200b\ufeff]+/g, ' ')
    .replace(/&amp;/g, '&')
    .trim()
    .toLowerCase();
}
