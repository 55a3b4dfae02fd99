import type { Response } from 'restify';
import { CodedError } from '../../conversations/errors/coded-error.ts';
import { answerProblem } from '../server/answer-problem.ts';
import { ApiRefusal } from './api-refusal.ts';
import { seconds } from './seconds.ts';

/** Answers problem+json with what the API adds: the fields, the request, when to call again. */
export function answerRefusal(response: Response, error: CodedError): void {
  const { errors, request, retryAfterMs } = error instanceof ApiRefusal ? error.more : {};
  answerProblem(response, error, {
    members: { ...(errors !== undefined && { errors }), ...(request !== undefined && { request }) },
    headers: {
      ...(retryAfterMs !== undefined && { 'Retry-After': seconds(retryAfterMs) }),
      ...(request !== undefined && { Location: request }),
    },
  });
}
