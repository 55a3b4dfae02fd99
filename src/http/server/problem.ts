import { STATUS_CODES } from 'node:http';
import type { CodedError } from '../../conversations/errors/coded-error.ts';

/** Body of an answer that is not the one asked for (RFC 9457, `application/problem+json`). */
export interface ProblemBody {
  title: string;
  status: number;
  detail?: string;
  code?: string;
}

/** What to do where no route answers. */
const next: Readonly<Record<number, string>> = {
  404: 'There is nothing at this address; those of the API stand in /api/v1/openapi.json.',
  405: 'Send it with a method that the header Allow names.',
};

/** The problem of a coded error, or of a bare status such as 404 for an unknown route. */
export function problem(cause: CodedError | number): ProblemBody {
  if (typeof cause === 'number') {
    const detail = next[cause];
    return {
      title: STATUS_CODES[cause] ?? 'Error',
      status: cause,
      ...(detail !== undefined && { detail }),
    };
  }
  return { title: cause.says, status: cause.status, detail: cause.next, code: cause.code };
}
