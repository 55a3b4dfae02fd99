import type { Request, Response } from 'restify';
import { CodedError } from '../../conversations/errors/coded-error.ts';
import { answerErrorPage } from '../pages/answer-error-page.ts';
import { acceptedLocales } from '../pages/accepted-locales.ts';
import type { PageTexts } from '../pages/page-texts.ts';
import { queryOf } from '../server/query-of.ts';
import { routeOf } from '../server/route-of.ts';
import type { SignInRoutes } from './sign-in-routes.ts';

/** Longer than any locale. */
const longestLocale = 35;

/**
 * Runs a handler whose caller is a person's browser: what it throws becomes a page that can be read, not JSON.
 *
 * @param handle gets what texts there are for a locale that is known of the person, else for that of the address, which the
 *   bot has put there (`lang`), else for those of the browser
 */
export async function asPage(
  request: Request,
  response: Response,
  { log, pageTexts }: Pick<SignInRoutes, 'log' | 'pageTexts'>,
  handle: (textsOf: (locale?: string) => PageTexts) => Promise<void>,
): Promise<void> {
  const lang = queryOf(request).get('lang')?.slice(0, longestLocale);
  const accepted = acceptedLocales(request.headers['accept-language']);
  const textsOf = (locale = lang) => pageTexts([...(locale === undefined ? [] : [locale]), ...accepted]);
  try {
    await handle(textsOf);
  } catch (error) {
    const expected = error instanceof CodedError && error.status < 500;
    if (!expected) log.error({ route: routeOf(request), error }, 'The sign-in failed');
    const shown = error instanceof CodedError ? error : new CodedError('INTERNAL');
    answerErrorPage(response, shown, textsOf());
  }
}
