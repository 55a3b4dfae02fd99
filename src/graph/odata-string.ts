/** A text as a literal in `$filter`: in single quotes, each single quote in it doubled (OData 4.01 URL conventions §5.1.1). */
export function odataString(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
