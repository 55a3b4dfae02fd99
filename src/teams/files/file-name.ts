/** Longest name, in UTF-16 units; Exchange and the file systems of readers take 255 bytes. */
const longest = 100;

/**
 * A file's name as it may stand in a mail: no path, no signs that file systems refuse, nothing that shows it backwards or
 * hides its ending.
 */
export function fileName(given: string): string {
  const name = (given.split(/[/\\]/).at(-1) ?? '')
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029<>:"|?*]/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|(?<![. ])[. ]+$/g, '');
  if (name === '') return 'file';
  if (name.length <= longest) return name;
  const ending = /\.[^. ]{1,10}$/.exec(name)?.[0] ?? '';
  return (
    name
      .slice(0, longest - ending.length)
      .toWellFormed()
      .replace(/\ufffd$/, '')
      .trimEnd() + ending
  );
}
