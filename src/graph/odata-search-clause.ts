/**
 * `"property:text"` for `$search`, with a backslash before `"` and `\` (learn.microsoft.com/graph
 * search-query-parameter).
 */
export function odataSearchClause(property: string, text: string): string {
  return `"${property}:${text.replace(/["\\]/g, String.raw`\$&`)}"`;
}
