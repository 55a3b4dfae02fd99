import type { Recipient } from './request.ts';

/** A group with more members than this is many people, who are not written to by a slip. */
export const manyMembers = 100;

/** Who would get a post, as far as it can be told; undefined is what nobody could tell. */
export interface Audience {
  readonly members?: number;
  /** Those of them who are guests of the organisation. */
  readonly guests?: number;
  /** Recipients besides the group who are outside the organisation. */
  readonly outside: readonly Recipient[];
}
