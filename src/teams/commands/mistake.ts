import type { CommandProblemCode } from './command.ts';

/** What is wrong with the parts of a command, where, and heads that may have been meant instead, the likeliest first. */
export interface Mistake {
  readonly code: CommandProblemCode;
  /** Offset into the line. */
  readonly at: number;
  /** For `nothing-follows` the word, for `number-unclear` the number, as typed. */
  readonly word?: string;
  readonly heads: readonly string[];
}
