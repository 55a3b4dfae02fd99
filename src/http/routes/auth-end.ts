import type { Server } from 'restify';
import type { SignIn } from '../../conversations/ports/sign-in.ts';
import type { Person } from '../../conversations/person.ts';
import { answerErrorPage } from '../pages/answer-error-page.ts';
import { pageHeaders } from '../pages/page-headers.ts';
import { renderSignInPage } from '../pages/render-sign-in-page.ts';
import { answer } from '../server/answer.ts';
import { queryOf } from '../server/query-of.ts';
import { adminConsentPage } from './admin-consent-page.ts';
import { asPage } from './as-page.ts';
import { readCookie } from './read-cookie.ts';
import { signInCookie } from './sign-in-cookie.ts';
import type { SignInRoutes } from './sign-in-routes.ts';
import { writeCookie } from './write-cookie.ts';

/**
 * `GET /auth/end`: where Entra sends the browser back to. A person who is signed in now is reported (what waited goes on
 * without them), and the page closes itself in Teams. A refused sign-in keeps its cookie: a stray link with a made-up
 * state must not break the sign-in that is under way. An administrator who comes from the consent page for everybody is
 * only told what to do next.
 */
export function mountAuthEnd(
  server: Server,
  options: SignInRoutes & {
    signIn: Pick<SignIn, 'endAuthorization'>;
    onSignedIn: (person: Person) => Promise<void>;
  },
): void {
  const cookie = signInCookie(options.publicUrl);

  async function report(person: Person): Promise<void> {
    try {
      await options.onSignedIn(person);
    } catch (error) {
      // The sign-in itself succeeded and its page must say so; what waits is due work and is taken up anyway.
      options.log.error({ tenant: person.tenantId, person: person.objectId, error }, 'Going on failed');
    }
  }

  server.get('/auth/end', async (request, response) =>
    asPage(request, response, options, async (textsOf) => {
      const query = queryOf(request);
      const consent = adminConsentPage(query, textsOf());
      if (consent !== undefined) {
        const body = renderSignInPage({ ...consent, language: textsOf().language });
        return answer(response, { status: 200, headers: pageHeaders, body });
      }
      const kept = readCookie(request.headers.cookie, cookie.name);
      const end = await options.signIn.endAuthorization(query, kept);
      const texts = textsOf(end.language);
      if (end.kind === 'refused') return answerErrorPage(response, end.error, texts);
      await report(end.person);
      return answer(response, {
        status: 200,
        headers: { ...pageHeaders, 'Set-Cookie': writeCookie({ ...cookie, value: '', maxAgeSeconds: 0 }) },
        body: renderSignInPage({
          ...texts.pages.signedIn,
          language: texts.language,
          closingCode: end.code,
        }),
      });
    }),
  );
}
