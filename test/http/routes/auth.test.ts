import assert from 'node:assert/strict';
import { CodedError } from '../../../src/conversations/errors/coded-error.ts';
import type { Person } from '../../../src/conversations/person.ts';
import type { AuthorizationEnd, AuthorizationStart } from '../../../src/conversations/ports/sign-in.ts';
import { startTestServer, type TestServer, type TestServerChanges } from '../start-test-server.ts';

const ada: Person = {
  tenantId: '5c0ffee0-1111-4aaa-8bbb-000000000001',
  objectId: 'aaaaaaaa-0000-4000-8000-00000000000a',
};
const entra = 'https://login.example/authorize?state=s1&code_challenge=c';

describe('signing in by browser', () => {
  let server: TestServer;
  let start: (id: string, language?: string) => Promise<AuthorizationStart>;
  let end: (query: URLSearchParams, cookie: string | undefined) => Promise<AuthorizationEnd>;

  const run = async (changes: TestServerChanges = {}) => {
    server = await startTestServer({
      signIn: {
        startAuthorization: (id, language) => start(id, language),
        endAuthorization: (query, cookie) => end(query, cookie),
      },
      ...changes,
    });
  };
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${server.origin}${path}`, { headers, redirect: 'manual' });

  beforeEach(() => {
    start = async () => ({
      kind: 'redirect',
      location: entra,
      cookie: { value: 'secret-of-browser', maxAgeSeconds: 600 },
    });
    end = async () => ({ kind: 'signed-in', person: ada, code: 'code-1' });
  });
  afterEach(() => server.http.stop());

  describe('GET /auth/start', () => {
    it('sends the browser to Entra and binds it with a cookie', async () => {
      const asked: string[] = [];
      const redirect = start;
      start = (id) => {
        asked.push(id);
        return redirect(id);
      };
      await run();
      const answer = await get('/auth/start?id=offer-1');
      assert.equal(answer.status, 302);
      assert.equal(answer.headers.get('location'), entra);
      assert.equal(
        answer.headers.get('set-cookie'),
        '__Host-kickoff-sign-in=secret-of-browser; Path=/; Max-Age=600; HttpOnly; SameSite=Lax; Secure',
      );
      assert.equal(answer.headers.get('cache-control'), 'no-store');
      assert.equal(answer.headers.get('referrer-policy'), 'no-referrer');
      assert.deepEqual(asked, ['offer-1']);
    });

    it('leaves Secure out where browsers reach it by http', async () => {
      await run({ publicUrl: 'http://localhost:3978' });
      assert.equal(
        (await get('/auth/start?id=offer-1')).headers.get('set-cookie'),
        'kickoff-sign-in=secret-of-browser; Path=/auth; Max-Age=600; HttpOnly; SameSite=Lax',
      );
    });

    for (const path of ['/auth/start', '/auth/start?id=', `/auth/start?id=${'x'.repeat(201)}`]) {
      it(`says that the link is no good: ${path.slice(0, 20)}`, async () => {
        start = () => Promise.reject(new Error('must not be asked'));
        await run();
        const answer = await get(path);
        assert.equal(answer.status, 410);
        assert.match(await answer.text(), /<h1>This sign-in link has expired or was already used\.<\/h1>/);
      });
    }

    it('speaks the language of the link, else that of the browser', async () => {
      const languages: (string | undefined)[] = [];
      const redirect = start;
      start = (id, language) => {
        languages.push(language);
        return redirect(id);
      };
      await run();
      const german = { 'accept-language': 'fr;q=0.9, de-AT, en;q=0.5' };
      for (const [path, headers, lang, title] of [
        ['/auth/start?lang=de', {}, 'de', /<h1>Dieser Anmeldelink ist abgelaufen/],
        ['/auth/start', german, 'de', /<h1>Dieser Anmeldelink ist abgelaufen/],
        ['/auth/start?lang=en', german, 'en', /<h1>This sign-in link has expired/],
        ['/auth/start?lang=%22%3E%3Cscript', {}, 'en', /<h1>This sign-in link has expired/],
      ] as const) {
        const page = await (await get(path, headers)).text();
        assert.ok(page.startsWith(`<!doctype html>\n<html lang="${lang}">`), path);
        assert.match(page, title);
      }
      await get('/auth/start?id=offer-1&lang=de');
      await get('/auth/start?id=offer-1', german);
      await get('/auth/start?id=offer-1');
      assert.deepEqual(languages, ['de', 'de', 'en']);
    });

    it('shows a refusal with its own status, and sets no cookie', async () => {
      start = async () => ({ kind: 'refused', error: new CodedError('SIGN_IN_UNAVAILABLE') });
      await run();
      const answer = await get('/auth/start?id=offer-1');
      assert.equal(answer.status, 503);
      assert.equal(answer.headers.get('set-cookie'), null);
      assert.match(await answer.text(), /cannot be reached/);
    });

    it('shows a page without a reason, and logs it, when something breaks', async () => {
      start = () => Promise.reject(new Error('disk is full'));
      await run();
      const answer = await get('/auth/start?id=offer-1');
      assert.equal(answer.status, 500);
      const page = await answer.text();
      assert.match(page, /<h1>Kickoff made a mistake\.<\/h1>/);
      assert.doesNotMatch(page, /disk/);
      const logged = server.lines.find(({ level }) => level === 'error');
      assert.equal(logged?.fields.route, 'GET /auth/start');
    });

    it('is not started by a HEAD of something that only looks at links', async () => {
      start = () => Promise.reject(new Error('must not be asked'));
      await run();
      const answer = await fetch(`${server.origin}/auth/start?id=offer-1`, { method: 'HEAD' });
      assert.equal(answer.status, 405);
    });
  });

  describe('GET /auth/end', () => {
    it('passes on what Entra and the browser sent, reports the person, clears the cookie', async () => {
      const asked: [string, string | undefined][] = [];
      end = async (query, cookie) => {
        asked.push([query.toString(), cookie]);
        return { kind: 'signed-in', person: ada, code: 'code-1' };
      };
      await run();
      const answer = await get('/auth/end?code=a%2Fb&state=s1', {
        cookie: 'other=1; __Host-kickoff-sign-in=secret-of-browser; x__Host-kickoff-sign-in=no',
      });
      assert.equal(answer.status, 200);
      assert.deepEqual(asked, [['code=a%2Fb&state=s1', 'secret-of-browser']]);
      assert.deepEqual(server.signedIn, [ada]);
      assert.equal(
        answer.headers.get('set-cookie'),
        '__Host-kickoff-sign-in=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax; Secure',
      );
    });

    it('says so when the browser kept no cookie', async () => {
      end = async (_query, cookie) => ({
        kind: 'refused',
        error: new CodedError(cookie === undefined ? 'SIGN_IN_OTHER_BROWSER' : 'INTERNAL'),
      });
      await run();
      const answer = await get('/auth/end?code=a&state=s1', { cookie: 'kickoff-sign-in=planted' });
      assert.equal(answer.status, 403);
      assert.match(await answer.text(), /started in another browser/);
      assert.deepEqual(server.signedIn, []);
      assert.equal(answer.headers.get('set-cookie'), null);
    });

    it('shows a page that closes itself, under headers that let nothing else in or out', async () => {
      await run();
      const answer = await get('/auth/end?code=a&state=s1');
      const page = await answer.text();
      assert.equal(answer.headers.get('content-type'), 'text/html; charset=utf-8');
      assert.equal(
        answer.headers.get('content-security-policy'),
        "default-src 'none'; script-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'",
      );
      assert.equal(answer.headers.get('referrer-policy'), 'no-referrer');
      assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
      assert.equal(answer.headers.get('cache-control'), 'no-store');
      assert.equal(answer.headers.get('cross-origin-opener-policy'), null);
      assert.equal(answer.headers.get('x-frame-options'), null);

      assert.match(page, /^<!doctype html>\n<html lang="en">/);
      assert.match(page, /<h1>You are signed in<\/h1>/);
      assert.match(page, /You can close this window\./);
      const scripts = [...page.matchAll(/<script([^>]*)>([^<]*)<\/script>/g)];
      assert.deepEqual(
        scripts.map(([, attributes, content]) => [attributes, content]),
        [
          [' src="/auth/teams.js" defer', ''],
          [' src="/auth/close.js" defer data-code="code-1"', ''],
        ],
      );
      assert.doesNotMatch(page, /style=| on\w+=|https?:/);
    });

    it('speaks the language in which it began, else that of the browser', async () => {
      const german = { 'accept-language': 'de' };
      await run();
      assert.match(
        await (await get('/auth/end?state=s1', german)).text(),
        /<html lang="de">[^]*Sie sind angemeldet/,
      );
      end = async () => ({ kind: 'signed-in', person: ada, code: 'code-1', language: 'en' });
      assert.match(
        await (await get('/auth/end?state=s1', german)).text(),
        /<html lang="en">[^]*You are signed in/,
      );
      end = async () => ({ kind: 'refused', error: new CodedError('SIGN_IN_CANCELLED'), language: 'de' });
      assert.match(
        await (await get('/auth/end?state=s1')).text(),
        /<html lang="de">[^]*Sie haben nicht zugestimmt/,
      );
      const consent = await get('/auth/end?admin_consent=True', german);
      assert.match(await consent.text(), /<html lang="de">[^]*Zurück von der Zustimmungsseite/);
    });

    it('tells an administrator who comes from the consent page what to do, and signs nobody in', async () => {
      end = () => Promise.reject(new Error('must not be asked'));
      await run();
      const granted = await get('/auth/end?admin_consent=True&tenant=t1');
      assert.equal(granted.status, 200);
      assert.match(await granted.text(), /uses what you granted from now on/);
      assert.match(granted.headers.get('content-security-policy') ?? '', /default-src 'none'/);
      const declined = await get(
        '/auth/end?admin_consent=True&error=access_denied&error_description=%3Cb%3E',
      );
      assert.match(await declined.text(), /<h1>Nothing was granted<\/h1>/);
      assert.deepEqual(server.signedIn, []);
    });

    it('escapes what it shows', async () => {
      const hostile = `"><script>alert('1')</script>`;
      end = async () => ({ kind: 'refused', error: new CodedError('GROUP_NOT_FOUND', { group: hostile }) });
      await run();
      const refused = await (await get('/auth/end?state=s1')).text();
      assert.doesNotMatch(refused, /<script/);
      assert.match(refused, /&quot;&gt;&lt;script&gt;alert\(&#39;1&#39;\)&lt;\/script&gt;/);

      end = async () => ({ kind: 'signed-in', person: ada, code: hostile });
      const signedIn = await (await get('/auth/end?state=s1')).text();
      assert.equal(signedIn.match(/<script/g)?.length, 2);
    });

    it('still says that the person is signed in when going on fails', async () => {
      await run({
        onSignedIn: () => {
          throw new Error('the queue is gone');
        },
      });
      const answer = await get('/auth/end?code=a&state=s1');
      assert.equal(answer.status, 200);
      assert.match(await answer.text(), /You are signed in/);
      assert.equal(server.lines.filter(({ level }) => level === 'error').length, 1);
    });

    it('shows an error that was thrown as a page as well', async () => {
      end = () => Promise.reject(new CodedError('SIGN_IN_OTHER_PERSON'));
      await run();
      const answer = await get('/auth/end?code=a&state=s1');
      assert.equal(answer.status, 403);
      assert.match(await answer.text(), /somebody else/);
    });
  });

  it('logs no query, cookie or code of /auth', async () => {
    await run();
    await get('/auth/start?id=offer-hidden');
    await get('/auth/end?code=code-hidden&state=state-hidden', {
      cookie: '__Host-kickoff-sign-in=cookie-hidden',
    });
    await get('/auth/nothing?code=other-hidden');
    const log = JSON.stringify(server.lines);
    assert.doesNotMatch(log, /hidden|secret-of-browser|code-1/);
    assert.deepEqual(
      server.lines.map(({ fields }) => `${fields.route} ${fields.status}`),
      ['GET /auth/start 302', 'GET /auth/end 200', 'unmatched 404'],
    );
  });

  describe('what its pages load', () => {
    for (const [path, type, content] of [
      ['/auth/teams.js', 'text/javascript; charset=utf-8', /microsoftTeams/],
      ['/auth/close.js', 'text/javascript; charset=utf-8', /notifySuccess/],
      ['/auth/page.css', 'text/css; charset=utf-8', /color-scheme/],
    ] as const) {
      it(`serves ${path}, compressed or not, and remembers`, async () => {
        await run();
        const plain = await get(path, { 'accept-encoding': 'identity' });
        assert.equal(plain.status, 200);
        assert.equal(plain.headers.get('content-type'), type);
        assert.equal(plain.headers.get('cache-control'), 'public, max-age=3600');
        assert.equal(plain.headers.get('content-encoding'), null);
        const text = await plain.text();
        assert.match(text, content);

        const zipped = await get(path, { 'accept-encoding': 'br, gzip' });
        assert.equal(zipped.headers.get('content-encoding'), 'gzip');
        assert.equal(await zipped.text(), text);

        const again = await get(path, { 'if-none-match': plain.headers.get('etag') ?? '' });
        assert.deepEqual([again.status, await again.text()], [304, '']);
      });
    }
  });
});
