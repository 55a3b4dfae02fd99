import { CodedError, type ErrorDetails } from '../../conversations/errors/coded-error.ts';
import type { ErrorCode } from '../../conversations/errors/error-table.ts';

/** One field that is not as it should be. */
export interface FieldProblem {
  /** JSON pointer into the body (RFC 6901), or the name of the parameter. */
  readonly path: string;
  readonly detail: string;
  readonly code?: ErrorCode;
}

/** What an API answer says besides its coded error. */
export interface RefusalMore {
  readonly errors?: readonly FieldProblem[];
  /** Address of the request that it is about. */
  readonly request?: string;
  readonly retryAfterMs?: number;
}

/** A coded error on its way to the caller of the API, with what only the API says. */
export class ApiRefusal extends CodedError {
  readonly more: RefusalMore;

  constructor(code: ErrorCode, details: ErrorDetails = {}, more: RefusalMore & { cause?: unknown } = {}) {
    const { cause, ...rest } = more;
    super(code, details, cause === undefined ? {} : { cause });
    this.more = rest;
  }
}
