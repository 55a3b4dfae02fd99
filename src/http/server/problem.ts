import { STATUS_CODES } from 'node:http';
import type { CodedError } from '../../conversations/errors/coded-error.ts';

/** Body of an answer that is not the one asked for (RFC 9457, `application/problem+json`). */
export interface ProblemBody {
  title: string;
  status: number;
  detail?: string;
  code?: string;
}

/** The problem of a coded error, or of a bare status such as 404 for an unknown route. */
export function problem(cause: CodedError | number): ProblemBody {
  if (typeof cause === 'number') return { title: STATUS_CODES[cause] ?? 'Error', status: cause };
  return { title: cause.says, status: cause.status, detail: cause.next, code: cause.code };
}
