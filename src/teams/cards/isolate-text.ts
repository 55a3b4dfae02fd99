/**
 * Text for the middle of a sentence: between U+2068 and U+2069 (Unicode UAX #9, FSI and PDI), so that a
 * right-to-left name does not turn the sentence around. Its own embeddings, overrides and isolates are taken out,
 * because one left open would reach further.
 */
export function isolateText(text: string): string {
  return `\u2068${text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '')}\u2069`;
}
