/**
 * Where a value that no quotes hold together has one that belongs to nothing: at its end without another one before it
 * (`Finance"`), or commas and apostrophes in place of one at its beginning (`,,Finance“`). Inches (`27"`) are none.
 */
export function unclearQuote(typed: string): number | undefined {
  if (/^(?:,,|''|‘‘|``)/.test(typed)) return 0;
  const alone = /^[^"“”„«»‹›＂]*[^\d"“”„«»‹›＂]["“”„«»‹›＂]$/.test(typed);
  return alone ? typed.length - 1 : undefined;
}
