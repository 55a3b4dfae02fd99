import type { Response } from 'restify';
import type { CodedError } from '../../conversations/errors/coded-error.ts';
import { answer } from './answer.ts';
import { problem } from './problem.ts';

/**
 * Answers with problem+json; 401 names the scheme that would do (RFC 9110 §11.6.1).
 *
 * @param more further members of the body, and headers
 */
export function answerProblem(
  response: Response,
  cause: CodedError | number,
  more: { members?: object; headers?: Readonly<Record<string, string>> } = {},
): void {
  const body = { ...problem(cause), ...more.members };
  answer(response, {
    status: body.status,
    headers: {
      'Content-Type': 'application/problem+json',
      ...(body.status === 401 ? { 'WWW-Authenticate': 'Bearer' } : {}),
      ...more.headers,
    },
    body: JSON.stringify(body),
  });
}
