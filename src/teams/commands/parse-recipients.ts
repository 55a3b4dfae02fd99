import type { Recipient } from '../../conversations/request.ts';
import { findQuotes } from './find-quotes.ts';
import { isMailAddress } from './is-mail-address.ts';
import { lineBreakAt } from './line-break-at.ts';
import { skipSpaces } from './skip-spaces.ts';
import { spaceAt } from './space-at.ts';
import { trimSpaces } from './trim-spaces.ts';

/** As long as a display name in the directory may be, in characters. */
const longestName = 256;

export interface ParsedRecipients {
  /** In the order typed, each address once (whatever its case). */
  readonly recipients: readonly Recipient[];
  /** Names and object ids of people, each once, whose addresses have to be looked up. */
  readonly names: readonly string[];
  /** Pieces that are neither, as typed. */
  readonly invalid: readonly string[];
}

/**
 * Reads `ada@contoso.com, "Ray, Ben" <ben@contoso.com>; Chika Okoro`: commas, semicolons and line breaks separate, quotes
 * may contain them. `mailto:` before an address is dropped, and so is the `@` before a name. Never throws.
 */
export function parseRecipients(text: string): ParsedRecipients {
  const recipients = new Map<string, Recipient>();
  const names = new Map<string, string>();
  const invalid: string[] = [];
  for (const piece of splitPieces(text)) {
    const recipient = readRecipient(piece);
    if (recipient === undefined) {
      const name = readName(piece);
      if (name === undefined) invalid.push(piece);
      else if (!names.has(name.toLowerCase())) names.set(name.toLowerCase(), name);
    } else if (!recipients.has(recipient.address.toLowerCase())) {
      recipients.set(recipient.address.toLowerCase(), recipient);
    }
  }
  return { recipients: [...recipients.values()], names: [...names.values()], invalid };
}

function splitPieces(text: string): string[] {
  const pieces: string[] = [];
  const closingQuote = findQuotes(text);
  let start = skipSpaces(text, 0);
  let at = start;
  while (at <= text.length) {
    // A quote counts only where a piece begins: an apostrophe inside a name is none.
    const close = at === start ? closingQuote(at) : undefined;
    if (close !== undefined) {
      at = close + 1;
    } else if (separatesAt(text, at)) {
      pieces.push(trimSpaces(text, start, at));
      start = at < text.length ? skipSpaces(text, at + 1) : at + 1;
      at = start;
    } else {
      at += spaceAt(text, at) || 1;
    }
  }
  return pieces.filter((piece) => piece !== '');
}

function separatesAt(text: string, at: number): boolean {
  return at >= text.length || text[at] === ',' || text[at] === ';' || lineBreakAt(text, at) > 0;
}

function readRecipient(piece: string): Recipient | undefined {
  const bracket = piece.endsWith('>') ? piece.lastIndexOf('<') : -1;
  const inside = trimSpaces(bracket < 0 ? piece : piece.slice(bracket + 1, -1));
  const address = inside.replace(/^mailto:/i, '');
  if (!isMailAddress(address)) return undefined;
  const name = bracket < 0 ? '' : unquote(trimSpaces(piece, 0, bracket));
  return name === '' ? { address } : { address, name };
}

function unquote(name: string): string {
  const close = findQuotes(name)(0);
  return close === name.length - 1 ? trimSpaces(name, 1, close) : name;
}

/** What may be somebody's name (or object id): no part of an address in it, and at least one letter. */
function readName(piece: string): string | undefined {
  // `@contoso.com` is half an address, `@Ben` is Ben.
  if (/^@\S*\.\S*$/.test(piece)) return undefined;
  const name = unquote(piece.startsWith('@') ? trimSpaces(piece, 1) : piece);
  const isName = name.length <= longestName && !/[@<>]/.test(name) && /\p{L}/u.test(name);
  return isName ? name : undefined;
}
