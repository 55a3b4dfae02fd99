import type { Response } from 'restify';
import type { CodedError } from '../../conversations/errors/coded-error.ts';
import { answer } from '../server/answer.ts';
import { pageHeaders } from './page-headers.ts';
import type { PageTexts } from './page-texts.ts';
import { renderSignInPage } from './render-sign-in-page.ts';

/** Shows an error as a page: what happened, what to do, with the error's own status. The page stays open to be read. */
export function answerErrorPage(response: Response, error: CodedError, texts: PageTexts): void {
  const { says, next } = texts.error(error);
  answer(response, {
    status: error.status,
    headers: pageHeaders,
    body: renderSignInPage({ title: says, text: next, language: texts.language }),
  });
}
