import type { Response } from 'restify';
import type { CodedError } from '../../conversations/errors/coded-error.ts';
import { answer } from '../server/answer.ts';
import { pageHeaders } from './page-headers.ts';
import { renderSignInPage } from './render-sign-in-page.ts';

/** Shows an error as a page: what happened, what to do, with the error's own status. The page stays open to be read. */
export function answerErrorPage(response: Response, error: CodedError): void {
  answer(response, {
    status: error.status,
    headers: pageHeaders,
    body: renderSignInPage({ title: error.says, text: error.next }),
  });
}
