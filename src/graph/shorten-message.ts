const longest = 200;

/** Ids of the directory, and those of Exchange. */
const ids = /\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b|(?<![\w/.-])[\w+/-]{60,}={0,2}/gi;

/** Graph's message as part of a sentence: one line, at most 200 characters, no half characters, no ids. */
export function shortenMessage(message: string): string {
  const line = message
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(ids, '…')
    .trim();
  if (line.length <= longest) return line.toWellFormed();
  return `${line
    .slice(0, longest - 1)
    .replace(/[\uD800-\uDBFF]$/, '')
    .toWellFormed()}…`;
}
