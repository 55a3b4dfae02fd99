import { errorTable, type ErrorCode } from './error-table.ts';
import { fillIn } from './fill-in.ts';

/** Words that an error's sentence is filled with. Never a token, never more of a text than its sentence needs. */
export type ErrorDetails = Readonly<Record<string, string>>;

/**
 * An error with a code from the table. `message` is for logs; the cause is kept. `says` and `next` are English, for API,
 * pages and operators; in Teams `Texts.error` says it in the person's language.
 *
 * @example throw new CodedError('GROUP_NOT_FOUND', { group: 'Finance' });
 */
export class CodedError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: ErrorDetails = {}, options?: { cause?: unknown; log?: string }) {
    super(options?.log ?? code, options?.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'CodedError';
    this.code = code;
    this.details = details;
  }

  /** The HTTP status that goes with the code. */
  get status(): number {
    return errorTable[this.code][0];
  }

  /** One plain sentence: what happened. */
  get says(): string {
    return fillIn(errorTable[this.code][1], this.details);
  }

  /** One plain sentence: what to do next. */
  get next(): string {
    return fillIn(errorTable[this.code][2], this.details);
  }
}
