import type { CodedError } from './errors/coded-error.ts';

/** The part of a form that a problem belongs to; `form` for what concerns all of it. */
export type ProblemField =
  'group' | 'conversation' | 'topic' | 'body' | 'people' | 'postDate' | 'postTime' | 'postZone' | 'form';

/** One thing that keeps a text from being posted, and where to mend it. */
export interface Problem {
  readonly field: ProblemField;
  readonly error: CodedError;
}
