import type { Server } from 'restify';
import { CodedError } from '../../conversations/errors/coded-error.ts';
import type { SignIn } from '../../conversations/ports/sign-in.ts';
import { answerErrorPage } from '../pages/answer-error-page.ts';
import { answer } from '../server/answer.ts';
import { queryOf } from '../server/query-of.ts';
import type { SignInRoutes } from './sign-in-routes.ts';
import { asPage } from './as-page.ts';
import { signInCookie } from './sign-in-cookie.ts';
import { writeCookie } from './write-cookie.ts';

/** Longer than any id of ours, short enough to be looked up without a thought. */
const longestId = 200;

/** `GET /auth/start?id=…&lang=…`: where the button of a sign-in card leads; sends the browser on to Entra, bound by a cookie. */
export function mountAuthStart(
  server: Server,
  options: SignInRoutes & { signIn: Pick<SignIn, 'startAuthorization'> },
): void {
  server.get('/auth/start', async (request, response) =>
    asPage(request, response, options, async (textsOf) => {
      const id = queryOf(request).get('id') ?? '';
      const { language } = textsOf();
      if (id === '' || id.length > longestId) throw new CodedError('SIGN_IN_LINK_EXPIRED');
      const start = await options.signIn.startAuthorization(id, language);
      if (start.kind === 'refused') return answerErrorPage(response, start.error, textsOf());
      const { value, maxAgeSeconds } = start.cookie;
      return answer(response, {
        status: 302,
        headers: {
          Location: start.location,
          'Referrer-Policy': 'no-referrer',
          'Set-Cookie': writeCookie({ ...signInCookie(options.publicUrl), value, maxAgeSeconds }),
        },
      });
    }),
  );
}
