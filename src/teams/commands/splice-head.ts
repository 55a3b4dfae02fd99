import type { ReadPosting } from './read-posting.ts';

/** The head of a command with something else between two offsets. */
export function spliceHead(
  { line, head }: Pick<ReadPosting, 'line' | 'head'>,
  [from, to]: readonly [from: number, to: number],
  instead: string,
): string {
  return `${line.slice(0, from).trimEnd()} ${instead} ${line.slice(to, head.end)}`;
}
