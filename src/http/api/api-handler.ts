import type { Request, RequestHandler, Response } from 'restify';
import { CodedError } from '../../conversations/errors/coded-error.ts';
import { routeOf } from '../server/route-of.ts';
import { answerRefusal } from './answer-refusal.ts';
import type { ApiParts } from './api-parts.ts';
import { ApiRefusal } from './api-refusal.ts';

/** How long to wait where nobody named a time, in milliseconds. */
const unnamedWait = 15_000;

/** A handler of the API: whatever it throws becomes a problem, and nothing of an unexpected error reaches the caller. */
export function apiHandler(
  { log }: Pick<ApiParts, 'log'>,
  handle: (request: Request, response: Response) => Promise<void>,
): RequestHandler {
  return async (request: Request, response: Response) => {
    try {
      await handle(request, response);
    } catch (error) {
      // Nobody is left to answer, and nothing of ours failed.
      if (request.destroyed && !request.complete) return void response.destroy();
      answerRefusal(response, refusalOf(error, request));
    }
  };

  function refusalOf(error: unknown, request: Request): CodedError {
    if (error instanceof CodedError && error.code === 'SIGN_IN_UNAVAILABLE')
      return new ApiRefusal('API_SIGN_IN_BUSY', {}, { retryAfterMs: unnamedWait, cause: error });
    if (error instanceof ApiRefusal || (error instanceof CodedError && error.status < 500)) return error;
    log.error({ route: routeOf(request), error }, 'the API call failed');
    return new CodedError('INTERNAL');
  }
}
