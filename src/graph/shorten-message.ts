const longest = 200;

/** Graph's message as part of a sentence: one line, at most 200 characters, no half characters. */
export function shortenMessage(message: string): string {
  const line = message.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  if (line.length <= longest) return line.toWellFormed();
  return `${line
    .slice(0, longest - 1)
    .replace(/[\uD800-\uDBFF]$/, '')
    .toWellFormed()}…`;
}
