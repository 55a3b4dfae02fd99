/** Length of the line break at this offset: 2 for CRLF, 1 for LF, CR and the Unicode separators, 0 for none. */
export function lineBreakAt(text: string, at: number): number {
  const character = text[at];
  if (character === '\r') return text[at + 1] === '\n' ? 2 : 1;
  return character === '\n' || character === '\u2028' || character === '\u2029' ? 1 : 0;
}
