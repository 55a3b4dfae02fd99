/**
 * A sentence with its `{words}` filled in from `details`, as they are; `…` for a word that nobody gave.
 *
 * @example fillIn('Several groups fit “{group}”.', { group: 'Finance' })
 */
export function fillIn(sentence: string, details: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) =>
    Object.hasOwn(details, name) ? (details[name] ?? '…') : '…',
  );
}
