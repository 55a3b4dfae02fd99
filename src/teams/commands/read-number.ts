/** The number that a typed reference stands for, `#2`: from 1 to 999, in any width; undefined for anything else. */
export function readNumber(typed: string): number | undefined {
  const digits = /^# ?([1-9]\d{0,2})$/.exec(typed.slice(0, 10).normalize('NFKC'))?.[1];
  return digits === undefined ? undefined : Number(digits);
}
