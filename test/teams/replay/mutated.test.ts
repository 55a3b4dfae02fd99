import assert from 'node:assert/strict';
import fc from 'fast-check';
import { signInByBrowser } from '../../e2e/sign-in-by-browser.ts';
import { activityKinds } from './activity-kinds.ts';
import { answerShape } from './answer-shape.ts';
import { mutate, mutations } from './mutate.ts';
import { startBot, type Bot } from './start-bot.ts';
import { startSigner } from './start-signer.ts';

/** What the channel may be told: `answerShape` knows which body belongs to which. Never that something failed. */
const allowed = new Set([200, 202, 400, 401, 403, 404, 412, 413]);
/** More find more, e.g. `MUTATIONS=5000`. */
const numRuns = Number(process.env.MUTATIONS ?? 200);

describe('activities of every kind with something wrong in them, through the real endpoint', function () {
  this.timeout(60_000 + numRuns * 100);
  let bot: Bot;
  let signer: Awaited<ReturnType<typeof startSigner>>;
  let authorization: string;
  let issuer: string;
  const unhandled: unknown[] = [];
  const note = (reason: unknown) => void unhandled.push(reason);
  before(async () => {
    signer = await startSigner();
    bot = await startBot((origin) => {
      issuer = `${origin}/botframework`;
      return { ToBotFromChannelOpenIdMetadataUrl: signer.metadataUrl };
    });
    const serviceUrl = bot.sandbox.channel.serviceUrl();
    const token = await signer.token({ issuer, audience: bot.sandbox.tenant.app.id, serviceUrl });
    authorization = `Bearer ${token}`;
    await signIn('Ada');
    process.on('unhandledRejection', note);
  });
  after(async () => {
    process.off('unhandledRejection', note);
    await bot.stop();
    await signer.stop();
  });

  async function send(body: unknown): Promise<{ status: number; body: unknown }> {
    const response = await fetch(`${bot.publicUrl}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
  }

  /** By the button: the sandbox's own channel is not the one whose key the bot trusts here. */
  async function signIn(name: string): Promise<void> {
    await send(bot.activities.message(bot.person(name), 'sign in'));
    const card = bot.chat(name).at(-1)?.attachments[0]?.content as { buttons: { value: string }[] };
    const page = await signInByBrowser(card.buttons[0]?.value ?? '', { personId: bot.person(name).id });
    assert.equal(page.status, 200);
  }

  it('are answered in a shape that a client knows, and lead to no post and no failure', async () => {
    const kinds = Object.entries(activityKinds).filter(([, { posts = 0 }]) => posts === 0);
    const made = new Map<string, object>();
    for (const [name, { make }] of kinds) {
      // Those that need a client are made of what the sandbox's own channel would send.
      if (!name.startsWith('signin/tokenExchange: ')) made.set(name, await make(bot, bot.activities));
    }
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...made.keys()), mutations, async (name, changes) => {
        const answer = await send(mutate(made.get(name), changes));
        assert.ok(allowed.has(answer.status), JSON.stringify(answer));
        answerShape(answer);
      }),
      { seed: 20261121, numRuns, endOnFailure: true },
    );
    assert.equal(bot.traffic.count({ service: 'graph', method: 'POST', path: /\/groups\// }), 0);
    assert.deepEqual(bot.mail(), []);
    const failures = bot.log.filter((line) => (JSON.parse(line) as { level: unknown }).level === 'error');
    assert.deepEqual([failures, unhandled], [[], []]);
  });
});
