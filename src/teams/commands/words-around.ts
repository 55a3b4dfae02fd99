/** Characters shown before and behind a place. */
const reach = 24;

/** The words around a place in a typed line, with an arrow at the place itself: `start "Budget" ➜: Hello`. */
export function wordsAround(line: string, at: number): string {
  const before = line.slice(Math.max(0, at - reach), at).toWellFormed();
  const behind = line.slice(at, at + reach).toWellFormed();
  const cut = (is: boolean): string => (is ? '…' : '');
  return `${cut(at > reach)}${before}➜${behind}${cut(line.length > at + reach)}`;
}
