/** Lines of a text as people see them, empty ones among them, but none around the text. */
export function linesOf(text: string): string[] {
  return text.trim().split(/\r\n|[\r\n\u2028\u2029]/);
}
