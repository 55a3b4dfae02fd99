import type { Request, Response } from 'restify';
import { CodedError } from '../../conversations/errors/coded-error.ts';
import type { Log } from '../../conversations/ports/log.ts';
import { answerErrorPage } from '../pages/answer-error-page.ts';
import { routeOf } from '../server/route-of.ts';

/** Runs a handler whose caller is a person's browser: what it throws becomes a page that can be read, not JSON. */
export async function asPage(
  request: Request,
  response: Response,
  log: Log,
  handle: () => Promise<void>,
): Promise<void> {
  try {
    await handle();
  } catch (error) {
    const expected = error instanceof CodedError && error.status < 500;
    if (!expected) log.error({ route: routeOf(request), error }, 'The sign-in failed');
    answerErrorPage(response, error instanceof CodedError ? error : new CodedError('INTERNAL'));
  }
}
