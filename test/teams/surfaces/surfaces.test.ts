import assert from 'node:assert/strict';
import { signInByBrowser } from '../../e2e/sign-in-by-browser.ts';
import { startBot, type Bot } from '../replay/start-bot.ts';
import type { Attempt } from './attempt.ts';
import { createSurfaces } from './create-surfaces.ts';
import { situations, type Situation } from './situations.ts';

const surfaces = [
  'personal message',
  'channel command',
  'channel Action.Execute',
  'dialog',
  'message extension query',
  'message extension action',
];
/** What somebody may have to do until it goes through: sign in, and press once more. */
const steps = 4;
const whatToDo = /again in a minute|Search again|Sign in once; what you typed is kept/;

/** Wherever it was started and whatever is the matter with the sign-in: it goes on with what was typed, and once. */
for (const surface of surfaces) {
  describe(`signing in on the surface: ${surface}`, () => {
    const isSearch = surface.endsWith('query');
    let bot: Bot;
    before(async () => {
      bot = await startBot();
      await bot.client('Ada').open('personal');
    });
    after(() => bot.stop());

    async function signIn(attempt: Attempt): Promise<Attempt> {
      const page = await signInByBrowser(attempt.link ?? '', { personId: bot.person('Ada').id });
      assert.equal(page.status, 200, page.html);
      const code = /data-code="([^"]+)"/.exec(page.html)?.[1];
      assert.ok(code !== undefined && attempt.finish !== undefined);
      return attempt.finish(code);
    }

    /** No browser gets past it, and the same button helps once it has been mended. */
    async function cured(
      first: Attempt,
      { says, cure }: NonNullable<Situation['untilCured']>,
    ): Promise<Attempt> {
      const attempt = first.kind === 'says' ? await first.again!() : first;
      // Entra's own page says it, and does not come back.
      await assert.rejects(
        signInByBrowser(attempt.link ?? '', { personId: bot.person('Ada').id }),
        /but 400/,
      );
      if (surface === 'channel Action.Execute') assert.match(attempt.text, says);
      cure(bot);
      return attempt;
    }

    /** Does what is asked or said, as often as somebody would. */
    async function follow(first: Attempt): Promise<Attempt> {
      let attempt = first;
      for (let step = 0; step < steps && attempt.kind !== 'done'; step += 1) {
        if (attempt.kind === 'says') assert.match(attempt.text, whatToDo);
        attempt = attempt.kind === 'asks' ? await signIn(attempt) : await attempt.again!();
      }
      return attempt;
    }

    for (const [name, { prepare, byItself, untilCured }] of Object.entries(situations)) {
      it(name, async () => {
        const { entra, faults, profile } = bot.sandbox;
        entra.consents.grant(bot.person('Ada').id);
        entra.rules.set(bot.person('Ada').id, undefined);
        profile.refreshTokenFromOnBehalfOf = true;
        await bot.deliver(bot.activities.message(bot.person('Ada'), 'sign out'));
        faults.clear();
        const topic = `About ${name}`;
        if (isSearch) seed(bot, topic);
        await prepare(bot);

        let attempt = await createSurfaces(bot)[surface]!(topic);
        if (byItself === 'no') assert.notEqual(attempt.kind, 'done');
        if (untilCured !== undefined) attempt = await cured(attempt, untilCured);
        if (byItself === 'yes') {
          assert.ok(isSearch || attempt.kind !== 'asks', attempt.text);
          await until(() => posts(bot, topic).length > 0);
        } else {
          attempt = await follow(attempt);
        }
        assert.ok(attempt.kind === 'done' || (byItself === 'yes' && !isSearch), attempt.text);
        await until(() => posts(bot, topic).length > 0);
        if (isSearch) return assert.match(attempt.text, new RegExp(topic));
        // Teams ends what is said in a channel with a blank.
        assert.deepEqual(
          posts(bot, topic).map((text) => text.trim()),
          ['What was typed'],
        );
      });
    }
  });
}

function seed(bot: Bot, topic: string): void {
  bot.sandbox.graph.mailboxes.createConversation(bot.group('Finance').id, {
    topic,
    post: {
      sender: { name: 'Ben Ray', address: 'ben@contoso.com' },
      body: { contentType: 'text', content: 'x' },
    },
  });
}

/** The texts of the conversations with this topic, wherever they are. */
function posts(bot: Bot, topic: string): string[] {
  return bot
    .mail()
    .filter((conversation) => conversation.topic === topic)
    .flatMap(({ threads }) => threads.flatMap((thread) => thread.posts.map((post) => post.body.content)));
}

async function until(isSo: () => boolean): Promise<void> {
  const ends = Date.now() + 15_000;
  while (!isSo()) {
    if (Date.now() > ends) throw new Error('it did not come about');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
