/** A text without what plain text and its HTML copy write differently: spaces, line breaks, marks that show nothing. */
export function foldText(text: string): string {
  return text.replace(/&nbsp;|[\s\p{Cf}\p{Cc}]+/gu, '');
}
