import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import sinon from 'sinon';
import { eventually } from '../../e2e/start-world.ts';
import { browseAuthorize } from '../../sandbox/entra/browse-authorize.ts';
import { startBot, type Bot } from './start-bot.ts';

const minute = 60_000;
const generic = /This sign-in could not be accepted|not set up for your organisation/;

/** Everything over HTTP, as whoever attacks would send it; what an attack used must never turn up in the log. */
describe('attacks on signing in', () => {
  let bot: Bot;
  let clock: sinon.SinonFakeTimers;
  let secrets: string[];
  before(async () => {
    bot = await startBot();
  });
  after(() => bot.stop());
  beforeEach(async () => {
    secrets = [bot.sandbox.tenant.app.secret];
    for (const name of ['Ada', 'Ben']) await say(name, 'sign out');
    // Only the clock that tickets and tokens are judged by; sockets and timers run on.
    clock = sinon.useFakeTimers({ toFake: ['Date'], now: Date.now() });
    bot.traffic.clear();
  });
  afterEach(() => {
    clock.restore();
    const log = bot.log.join('');
    for (const secret of secrets) assert.ok(!log.includes(secret), 'a secret was logged');
    assert.doesNotMatch(log, /eyJ[\w-]{10,}|\b0\.[\w-]{40,}/, 'something like a token was logged');
  });

  const say = (name: string, text: string) => bot.deliver(bot.activities.message(bot.person(name), text));
  function kept<T extends string>(secret: T): T {
    secrets.push(secret);
    return secret;
  }
  const sso = async (name: string, lifetimeSeconds = 3600) =>
    kept(await bot.sandbox.entra.issueSsoToken(bot.person(name).id, { lifetimeSeconds }));
  const oboCalls = () =>
    bot.traffic.list({ method: 'POST', path: /\/oauth2\/v2\.0\/token$/ }).filter(({ requestBody }) => {
      const { grant_type: grant } = requestBody as { grant_type: string };
      return grant !== 'client_credentials';
    }).length;
  /** Whose tokens are stored, by the names that this suite uses. */
  function stored(): string[] {
    const database = new DatabaseSync(join(bot.folder, 'kickoff.sqlite'), { readOnly: true });
    const rows = database.prepare('select person_id from token_partitions').all();
    database.close();
    return rows.map(({ person_id: id }) => (id === bot.person('Ada').id ? 'Ada' : 'somebody else'));
  }
  const exchange = (name: string, value: object, where: 'personal' | 'groupChat' = 'personal') =>
    bot.deliver(bot.activities.invoke(bot.person(name), 'signin/tokenExchange', value, where));
  /** A token of the app itself, or of Ada for Graph. */
  async function tokenEndpoint(fields: Record<string, string>): Promise<string> {
    const { id, app } = bot.sandbox.tenant;
    const response = await fetch(`${bot.sandbox.cloudOrigin}/${id}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({ client_id: app.id, client_secret: app.secret, ...fields }),
    });
    const { access_token: token } = (await response.json()) as { access_token: string };
    bot.traffic.clear();
    return kept(token);
  }

  describe('by signin/tokenExchange', () => {
    interface Attempt {
      by?: string;
      id?: string;
      token?: string;
      where?: 'groupChat';
      later?: number;
    }
    /** Ada's own card and token are right; each attack changes what it names. */
    const attacks: Record<string, () => Promise<Attempt>> = {
      'a card of somebody else': async () => ({ id: await bot.askForSignIn('Ben') }),
      'a card of somebody else, and that person’s token': async () => ({
        id: await bot.askForSignIn('Ben'),
        token: await sso('Ben'),
      }),
      'my card with the token of somebody else': async () => ({ token: await sso('Ben') }),
      'a card of another chat': async () => ({ where: 'groupChat' }),
      'a card that was never shown': async () => ({ id: '00000000-0000-4000-8000-000000000000' }),
      'a card that is 15 minutes old': async () => ({ later: 15 * minute + 1_000 }),
      'an expired token': async () => ({ token: await sso('Ada', -301) }),
      'Graph’s token: another audience and scope': async () => ({
        token: await tokenEndpoint({
          grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
          requested_token_use: 'on_behalf_of',
          assertion: await sso('Ada'),
          scope: `${bot.sandbox.cloudOrigin}/.default`,
        }),
      }),
      'the app’s own token: no person and no scope': async () => ({
        token: await tokenEndpoint({
          grant_type: 'client_credentials',
          scope: `${bot.sandbox.tenant.app.ssoResource}/.default`,
        }),
      }),
      'another tenant under the old signature': async () => ({
        token: tampered(await sso('Ada'), { tid: '99999999-0000-4000-8000-000000000009' }),
      }),
      'another person under the old signature': async () => ({
        token: tampered(await sso('Ben'), { oid: bot.person('Ada').id }),
      }),
      'no token at all': async () => ({ token: 'x.y.z' }),
    };
    for (const [what, make] of Object.entries(attacks)) {
      it(`${what}: 412 that tells nothing, Entra is not asked, nothing is kept`, async () => {
        const attempt = await make();
        const id = attempt.id ?? (await bot.askForSignIn('Ada'));
        const token = attempt.token ?? (await sso('Ada'));
        if (attempt.later !== undefined) clock.tick(attempt.later);
        // Fresh, so that only the card is old.
        const late = attempt.later === undefined ? token : await sso('Ada');
        bot.traffic.clear();
        const value = { id, connectionName: '', token: late };
        const { status, body } = await exchange(attempt.by ?? 'Ada', value, attempt.where);
        assert.equal(status, 412);
        const answer = body as { id: string; failureDetail: string };
        assert.deepEqual(Object.keys(answer).sort(), ['connectionName', 'failureDetail', 'id']);
        assert.equal(answer.id, id);
        assert.match(answer.failureDetail, generic);
        assert.equal(oboCalls(), 0);
        assert.deepEqual(stored(), []);
      });
    }

    it('the same exchange twice: each is answered, what waited is posted once', async () => {
      await say('Ada', 'start "Twice exchanged" in "Finance": hello');
      const content = bot
        .chat('Ada')
        .flatMap(({ attachments }) => attachments)
        .findLast(({ contentType }) => contentType === 'application/vnd.microsoft.card.oauth')?.content as {
        tokenExchangeResource: { id: string };
      };
      const value = { id: content.tokenExchangeResource.id, connectionName: '', token: await sso('Ada') };
      const answers = await Promise.all([exchange('Ada', value), exchange('Ada', value)]);
      assert.deepEqual(
        [...answers, await exchange('Ada', value)].map(({ status }) => status),
        [200, 200, 200],
      );
      const posted = () => bot.conversations('Finance').filter(({ topic }) => topic === 'Twice exchanged');
      // A turn is answered in time, also where posting takes longer; the suite's own clock stands still.
      clock.restore();
      await eventually('the post', () => posted().length > 0);
      // The receipt comes after the post, and after whatever would post again.
      await eventually('the receipt', () => JSON.stringify(bot.chat('Ada')).includes('Conversation started'));
      assert.equal(posted().length, 1);
      assert.equal(oboCalls(), 1);
      assert.deepEqual(stored(), ['Ada']);
    });

    it('somebody of a tenant that is not allowed is refused before anything is looked at', async () => {
      const activity = bot.activities.invoke(bot.person('Ada'), 'signin/tokenExchange', {
        id: await bot.askForSignIn('Ada'),
        connectionName: '',
        token: await sso('Ada'),
      });
      const tenantId = '99999999-0000-4000-8000-000000000009';
      const conversation = { ...(activity['conversation'] as object), tenantId };
      const elsewhere = { ...activity, conversation, channelData: { tenant: { id: tenantId } } };
      assert.equal((await bot.deliver(elsewhere)).status, 403);
      assert.equal(oboCalls(), 0);
      assert.deepEqual(stored(), []);
    });
  });

  describe('in the browser', () => {
    /** A browser that pressed the card's button and came back from Entra, but has not opened that address yet. */
    async function atEntra(name: string, account = name, decision = 'accept', later = 0) {
      const id = await bot.askForSignIn(name);
      clock.tick(later);
      const start = await fetch(`${bot.publicUrl}/auth/start?id=${id}`, { redirect: 'manual' });
      const location = start.headers.get('location') ?? '';
      const cookie = start.headers.getSetCookie()[0]?.split(';')[0] ?? '';
      const back = await browseAuthorize(location, { personId: bot.person(account).id, decision });
      kept(cookie.split('=')[1] ?? '');
      for (const field of ['state', 'code'])
        if (back.searchParams.has(field)) kept(back.searchParams.get(field)!);
      return { id, back, cookie };
    }
    const open = async (address: URL | string, cookie?: string) => {
      const response = await fetch(address, { headers: { ...(cookie !== undefined && { cookie }) } });
      return { status: response.status, html: await response.text() };
    };
    const codeOf = (html: string) => kept(/data-code="([^"]+)"/.exec(html)?.[1] ?? '');
    const verify = (name: string, state: string) =>
      bot.deliver(bot.activities.invoke(bot.person(name), 'signin/verifyState', { state }));

    type Page = { status: number; html: string };
    const attacks: Record<string, { attack: () => Promise<Page>; status: number; says: RegExp }> = {
      'a stolen state, in a browser without the cookie': {
        attack: async () => open((await atEntra('Ada')).back),
        ...{ status: 403, says: /another browser/ },
      },
      'a stolen state, in a browser with a cookie of its own': {
        attack: async () => open((await atEntra('Ada')).back, (await atEntra('Ben')).cookie),
        ...{ status: 403, says: /another browser/ },
      },
      'the right browser after a state was tried in another': {
        async attack() {
          const { back, cookie } = await atEntra('Ada');
          await open(back);
          return open(back, cookie);
        },
        ...{ status: 410, says: /has expired or was already used/ },
      },
      'a made-up state': {
        attack: async () => open(`${bot.publicUrl}/auth/end?code=x&state=made-up`, 'kickoff-sign-in=x'),
        ...{ status: 410, says: /has expired or was already used/ },
      },
      'a state that is ten minutes old': {
        async attack() {
          const { back, cookie } = await atEntra('Ada');
          clock.tick(10 * minute + 1_000);
          return open(back, cookie);
        },
        ...{ status: 410, says: /has expired or was already used/ },
      },
      'the button of a card that is a week old': {
        async attack() {
          const id = await bot.askForSignIn('Ada');
          clock.tick(7 * 24 * 60 * minute + 1_000);
          return open(`${bot.publicUrl}/auth/start?id=${id}`);
        },
        ...{ status: 410, says: /Go back to the chat and type “sign in”/ },
      },
      'the button of a card after its person signed out': {
        async attack() {
          const id = await bot.askForSignIn('Ada');
          await say('Ada', 'sign out');
          return open(`${bot.publicUrl}/auth/start?id=${id}`);
        },
        ...{ status: 410, says: /Go back to the chat and type “sign in”/ },
      },
      'the link of an answer that no card shows, 15 minutes later': {
        async attack() {
          const { channel, rootId } = bot.beginThread('Ada');
          await bot.deliver(
            bot.activities.mention(bot.person('Ada'), { channel, rootId }, 'start "A" in Finance: b'),
          );
          const receipt = bot.sandbox.channel.messages.list(channel).at(-1);
          const requestId = /"requestId":"(\w+)"/.exec(JSON.stringify(receipt))?.[1];
          const { body } = await bot.deliver(
            bot.activities.execute(
              bot.person('Ada'),
              receipt?.id ?? '',
              'request.sign-in',
              { requestId },
              {
                channel,
                rootId,
              },
            ),
          );
          const { buttons } = (body as { value: { buttons: { value: string }[] } }).value;
          clock.tick(15 * minute + 1_000);
          return open(buttons[0]?.value ?? '');
        },
        ...{ status: 410, says: /Go back to the chat and type “sign in”/ },
      },
      'the button of last night’s card, with the account of somebody else': {
        async attack() {
          const { back, cookie } = await atEntra('Ada', 'Ben', 'accept', 10 * 60 * minute);
          return open(back, cookie);
        },
        ...{ status: 403, says: /somebody else .* Teams/s },
      },
      'the account of somebody else': {
        async attack() {
          const { back, cookie } = await atEntra('Ada', 'Ben');
          return open(back, cookie);
        },
        ...{ status: 403, says: /somebody else .* Teams/s },
      },
      'the code of another sign-in': {
        async attack() {
          const [mine, other] = [await atEntra('Ada'), await atEntra('Ada')];
          mine.back.searchParams.set('code', other.back.searchParams.get('code') ?? '');
          return open(mine.back, mine.cookie);
        },
        ...{ status: 401, says: /type “sign in” to start again/i },
      },
      'a code that Entra never gave': {
        async attack() {
          const { back, cookie } = await atEntra('Ada');
          back.searchParams.set('code', 'never-given');
          return open(back, cookie);
        },
        ...{ status: 401, says: /could not be accepted/ },
      },
      'consent that was declined': {
        async attack() {
          bot.sandbox.entra.consents.withdraw(bot.person('Ada').id);
          const { back, cookie } = await atEntra('Ada', 'Ada', 'decline');
          bot.sandbox.entra.consents.grant(bot.person('Ada').id);
          return open(back, cookie);
        },
        ...{ status: 403, says: /did not agree.*when you want to go on/s },
      },
    };
    for (const [what, { attack, status, says }] of Object.entries(attacks)) {
      it(`${what}: a page that says what to do, and nothing is kept`, async () => {
        const page = await attack();
        assert.equal(page.status, status);
        assert.match(page.html, says);
        assert.doesNotMatch(page.html, /<script|data-code/);
        for (const secret of secrets) assert.ok(!page.html.includes(secret));
        assert.deepEqual(stored(), []);
      });
    }

    it('the button of last night’s card signs its person in, once', async () => {
      const { id, back, cookie } = await atEntra('Ada', 'Ada', 'accept', 10 * 60 * minute);
      codeOf((await open(back, cookie)).html);
      assert.deepEqual(stored(), ['Ada']);
      await eventually('the card to go', () => /You are signed in/.test(bot.chat('Ada').at(-1)?.text ?? ''));
      assert.equal((await open(`${bot.publicUrl}/auth/start?id=${id}`)).status, 410);
      // The silent way ended after 15 minutes.
      assert.equal((await exchange('Ada', { id, connectionName: '', token: await sso('Ada') })).status, 412);
    });

    it('the same address twice: once', async () => {
      const { back, cookie } = await atEntra('Ada');
      const first = await open(back, cookie);
      assert.equal(first.status, 200);
      codeOf(first.html);
      for (const secret of [cookie, back.searchParams.get('state')!, back.searchParams.get('code')!])
        assert.ok(!first.html.includes(secret), 'the page shows only its one-time code');
      assert.equal((await open(back, cookie)).status, 410);
      assert.deepEqual(stored(), ['Ada']);
    });

    it('the one-time code of somebody else is refused and stays theirs; once used it is worth nothing', async () => {
      const { back, cookie } = await atEntra('Ada');
      const code = codeOf((await open(back, cookie)).html);
      assert.equal((await verify('Ben', code)).status, 404);
      assert.equal((await verify('Ada', 'another')).status, 404);
      assert.equal((await verify('Ada', code)).status, 200);
      assert.equal((await verify('Ada', code)).status, 404);
      assert.deepEqual(stored(), ['Ada']);
    });
  });
});

/** The token with other claims and the signature that it had. */
function tampered(token: string, claims: object): string {
  const [header = '', payload = '', signature = ''] = token.split('.');
  const changed = { ...(JSON.parse(Buffer.from(payload, 'base64url').toString()) as object), ...claims };
  return [header, Buffer.from(JSON.stringify(changed)).toString('base64url'), signature].join('.');
}
