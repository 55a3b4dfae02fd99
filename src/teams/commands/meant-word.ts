/** Words that are typed where another begins a part: of German, or another English one. */
const meantBy: Readonly<Record<string, readonly string[]>> = {
  im: ['in'],
  ins: ['in'],
  into: ['in'],
  inside: ['in'],
  an: ['with', 'in'],
  to: ['with', 'in'],
  für: ['with', 'in'],
  for: ['with', 'in'],
  mit: ['with'],
  cc: ['with'],
  um: ['at'],
  am: ['at'],
  on: ['at'],
  über: ['about'],
};

/** The words that begin parts and may have been meant by another word, `with` first; empty for most words. */
export function meantWord(typed: string): readonly string[] {
  const word = typed.toLowerCase();
  return Object.hasOwn(meantBy, word) ? (meantBy[word] ?? []) : [];
}
