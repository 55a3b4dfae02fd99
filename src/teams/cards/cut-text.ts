/** The text if it has at most `limit` code points, else its beginning with `…`; no character is cut in half. */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const kept: string[] = [];
  for (const character of text) {
    if (kept.length === limit) {
      return `${kept
        .slice(0, limit - 1)
        .join('')
        .trimEnd()}…`;
    }
    kept.push(character);
  }
  return text;
}
