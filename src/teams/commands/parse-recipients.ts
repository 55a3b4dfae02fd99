import type { Recipient } from '../../conversations/request.ts';
import { findQuotes } from './find-quotes.ts';
import { isMailAddress } from './is-mail-address.ts';
import { lineBreakAt } from './line-break-at.ts';
import { skipSpaces } from './skip-spaces.ts';
import { spaceAt } from './space-at.ts';
import { trimSpaces } from './trim-spaces.ts';

export interface ParsedRecipients {
  /** In the order typed, each address once (whatever its case). */
  readonly recipients: readonly Recipient[];
  /** Pieces that hold no usable address, as typed. */
  readonly invalid: readonly string[];
}

/**
 * Reads `ada@contoso.com, "Ray, Ben" <ben@contoso.com>; chika@contoso.com`: commas, semicolons and line breaks
 * separate, quotes may contain them. `mailto:` before an address is dropped. Never throws.
 */
export function parseRecipients(text: string): ParsedRecipients {
  const recipients = new Map<string, Recipient>();
  const invalid: string[] = [];
  for (const piece of splitPieces(text)) {
    const recipient = readRecipient(piece);
    if (recipient === undefined) invalid.push(piece);
    else if (!recipients.has(recipient.address.toLowerCase())) {
      recipients.set(recipient.address.toLowerCase(), recipient);
    }
  }
  return { recipients: [...recipients.values()], invalid };
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
