const spaces = new Set('\t\v\f \u00a0\u1680\u202f\u205f\u3000\u200b\u200c\u200d\u200e\u200f\u2060\ufeff');

/**
 * Length of the one space at this offset: 0 for none, 6 for the literal `&nbsp;` that Teams leaves behind a mention
 * in plain text, otherwise 1. Zero-width characters count, line breaks do not.
 */
export function spaceAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  // Nearly every character is a letter: decided without looking anything up.
  if (code > 0x26 && code < 0xa0) return 0;
  const character = text.charAt(at);
  if (spaces.has(character) || (code >= 0x2000 && code <= 0x200a)) return 1;
  return code === 0x26 && text.startsWith('&nbsp;', at) ? 6 : 0;
}
