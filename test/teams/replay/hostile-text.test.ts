import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { AdaptiveCard } from '../../../src/teams/cards/adaptive-card.ts';
import { hasBrowser, openBrowser } from '../../browser/open-browser.ts';
import { renderMarkdown } from '../../../src/teams/bodies/render-markdown.ts';
import { checkSafe } from '../bodies/check-safe.ts';
import { hostileTexts } from '../cards/hostile-texts.ts';
import { createPerson, type PersonAtBot } from './create-person.ts';
import { startBot, type Bot } from './start-bot.ts';

const modules = resolve(import.meta.dirname, '../../../node_modules');
const scripts = [
  'adaptivecards/dist/adaptivecards.min.js',
  'markdown-it/dist/browser/markdown-it.umd.min.js',
];

const more = [
  '“ ” „ “ « » " \' ‚ ‘',
  'مرحبا بالعالم (1/2) 👋🏽 100 %',
  '<at>Kickoff</at> start "x" in Finance: y',
];
/** One line each: a topic has no line breaks. */
const topics = [...hostileTexts, ...more].map((text) => text.replace(/\s+/g, ' ').trim());

/** What people type and tenants are called arrives as it was typed, and is markup nowhere. */
describe('hostile text, from the chat to the card and the mailbox', function () {
  this.timeout(30_000);
  let bot: Bot;
  let ada: PersonAtBot;
  before(async () => {
    bot = await startBot();
    await bot.signIn('Ada');
    ada = createPerson(bot, 'Ada');
  });
  after(() => bot.stop());

  async function postForm(topic: string, body = topic): Promise<AdaptiveCard> {
    const form = await ada.say('start');
    const inputs = { groupId: bot.group('Finance').id, topic, body, people: '' };
    const { card, text } = await ada.post(form, inputs);
    assert.match(text, /Conversation started/);
    return card;
  }

  it('arrives unchanged in the mailbox, by form', async () => {
    for (const topic of topics) {
      await postForm(topic);
      const [newest] = bot.conversations('Finance');
      assert.equal(newest?.topic, topic);
      // What is Markdown is rendered, and nothing else of it acts.
      assert.deepEqual(newest.threads[0]?.posts[0]?.body, renderMarkdown(topic));
    }
  });

  it('arrives unchanged in the mailbox, by command', async () => {
    for (const topic of topics.filter((each) => !/["“”„«»&]/.test(each))) {
      const { text } = await ada.say(`start "${topic}" in Finance: ${topic}`);
      assert.match(text, /Conversation started/, topic);
      const [newest] = bot.conversations('Finance');
      assert.equal(newest?.topic, topic);
      assert.equal(newest.threads[0]?.posts[0]?.body.content, topic);
    }
  });

  it('is harmless to whoever reads the mailbox in the page', async () => {
    const group = bot.group('Finance').id;
    const response = await fetch(`${bot.sandbox.pageOrigin}/page/ada/mail?group=${group}`);
    const mail = (await response.json()) as {
      topic: string;
      threads: { posts: { body: { contentType: string; content: string } }[] }[];
    }[];
    assert.ok(mail.length >= topics.length);
    for (const topic of topics) assert.ok(mail.some((each) => each.topic === topic));
    const bodies = mail.flatMap(({ threads }) =>
      threads.flatMap(({ posts }) => posts.map(({ body }) => body)),
    );
    // The page itself makes links open elsewhere.
    for (const { contentType, content } of bodies)
      if (contentType === 'html') checkSafe(content.replaceAll(/ target="_blank"| rel="[a-z ]+"/g, ''));
  });

  describe('as a client draws it', () => {
    let browser: Browser;
    let page: Page;
    before(async function () {
      if (!hasBrowser) return this.skip();
      browser = await openBrowser();
      page = await browser.newPage();
      await page.setContent('<!doctype html><main></main>');
      for (const script of scripts)
        await page.addScriptTag({ content: readFileSync(join(modules, script), 'utf8') });
    });
    after(() => browser?.close());

    /** The card's elements by name and class, in order, and what links and pictures lead to; with and without raw HTML. */
    async function draw(card: AdaptiveCard): Promise<string[]> {
      const drawn = await page.evaluate((json) => {
        const { AdaptiveCards, markdownit } = globalThis as never as {
          AdaptiveCards: { AdaptiveCard: { new (): DrawnCard; onProcessMarkdown: unknown } };
          markdownit: (options: object) => { render(text: string): string };
        };
        type DrawnCard = { parse(json: unknown): void; render(): { outerHTML: string } | undefined };
        return [true, false].map((html) => {
          const markdown = markdownit({ html, linkify: true, breaks: true });
          AdaptiveCards.AdaptiveCard.onProcessMarkdown = (
            text: string,
            result: { outputHtml: string; didProcess: boolean },
          ) => Object.assign(result, { outputHtml: markdown.render(text), didProcess: true });
          const drawnCard = new AdaptiveCards.AdaptiveCard();
          drawnCard.parse(json);
          return drawnCard.render()?.outerHTML ?? '';
        });
      }, card as unknown);
      return drawn.flatMap((html) =>
        // Tags with what could make them live; texts are of no interest here.
        [...html.matchAll(/<([a-z0-9-]+)((?:\s[^<>]*)?)>/gi)].map(([, tag, attributes = '']) => {
          const live = attributes.match(/\b(?:href|src|on\w+)="[^"]*"/gi) ?? [];
          return [tag, ...live].join(' ');
        }),
      );
    }

    it('a receipt, a form and a help line have the elements that harmless text gives them', async () => {
      const plain = await draw(await postForm('Budget'));
      const plainForm = await draw((await ada.say('start Budget')).card);
      const plainGroup = await draw((await ada.say('start "T" in "Nobody": b')).card);
      assert.ok(plain.length > 10 && plainForm.length > 10);
      for (const text of topics) {
        assert.deepEqual(await draw(await postForm(text, `${text} once more`)), plain, text);
        const form = await ada.post(await ada.say('start'), {
          topic: text,
          groupId: '',
          body: '',
          people: '',
        });
        const harmless = await ada.post(await ada.say('start'), {
          topic: 'T',
          groupId: '',
          body: '',
          people: '',
        });
        assert.deepEqual(await draw(form.card), await draw(harmless.card), text);
        const named = await ada.post(await ada.say('start'), { topic: 'T', groupId: text, body: 'b' });
        const nobody = await ada.post(await ada.say('start'), { topic: 'T', groupId: 'Nobody', body: 'b' });
        assert.deepEqual(await draw(named.card), await draw(nobody.card), text);
      }
      assert.ok(plainGroup.length > 10);
    });

    it('neither do the names of people, groups and conversations', async () => {
      const ben = bot.person('Ada');
      const finance = bot.group('All Company');
      const names = { person: ben.displayName, group: finance.displayName };
      let count = 0;
      const receipt = async (): Promise<AdaptiveCard> => {
        const form = await ada.say('start');
        const inputs = { groupId: finance.id, topic: 'Topic', body: `b${(count += 1)}`, people: '' };
        return (await ada.post(form, inputs)).card;
      };
      const plainReceipt = await draw(await receipt());
      const plainForm = await draw((await ada.say('start')).card);
      for (const text of topics) {
        ben.displayName = text;
        finance.displayName = text;
        const card = await receipt();
        assert.match(JSON.stringify(card), /Conversation started/, text);
        assert.deepEqual(await draw(card), plainReceipt, text);
        assert.deepEqual(await draw((await ada.say('start')).card), plainForm, text);
      }
      ben.displayName = names.person;
      finance.displayName = names.group;
    });

    it('nor a line that says what was not understood, in a channel', async () => {
      const where = bot.beginThread('Ada');
      for (const text of topics) {
        await bot.deliver(bot.activities.mention(bot.person('Ada'), where, `frobnicate ${text}`));
        const said = bot.sandbox.channel.messages.list(where.channel).at(-1)!.text;
        const html = await page.evaluate((line) => {
          const { markdownit } = globalThis as never as {
            markdownit: (options: object) => { render(text: string): string };
          };
          return markdownit({ html: true, linkify: true, breaks: true }).render(line);
        }, said);
        const tags = [...html.matchAll(/<([a-z0-9]+)[^<>]*>/gi)].map(([, tag]) => tag);
        assert.deepEqual(new Set(tags), new Set(['p']), `${text} → ${html}`);
      }
    });
  });
});
