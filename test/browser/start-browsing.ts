import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { startWorld, type World } from '../e2e/start-world.ts';
import { openBrowser } from './open-browser.ts';

/** The sandbox, the bot and a browser, with the page open for as many people as a test needs. */
export interface Browsing {
  world: World;
  /** Opens the page as somebody, in a browser profile of their own. */
  openAs(who: string, options?: BrowserContextOptions): Promise<Page>;
  /** Presses what opens the sign-in's pop-up, and goes through it: the person is picked and agrees. */
  signInBy(page: Page, name: string, press: () => Promise<void>): Promise<void>;
  /** Closes the pages, and says what has gone wrong in them: errors, and requests to anywhere else. */
  endPages(): Promise<string[]>;
  stop(): Promise<void>;
}

/** @param settings of the bot, over those of the sandbox */
export async function startBrowsing(settings: Record<string, string> = {}): Promise<Browsing> {
  const world = await startWorld({ settings });
  const browser: Browser = await openBrowser();
  const problems: string[] = [];
  return {
    world,
    async endPages() {
      await Promise.all(browser.contexts().map((context) => context.close()));
      return problems.splice(0);
    },
    async openAs(who, options = {}) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
      const page = await context.newPage();
      page.setDefaultTimeout(10_000);
      page.on('pageerror', ({ message }) => problems.push(message));
      page.on('request', (request) => {
        const { protocol, hostname } = new URL(request.url());
        if (protocol !== 'data:' && !['localhost', '127.0.0.1'].includes(hostname))
          problems.push(request.url());
      });
      await page.goto(`${world.sandbox.pageOrigin}/?as=${who}`);
      return page;
    },
    async signInBy(page, name, press) {
      const [popup] = await Promise.all([page.waitForEvent('popup'), press()]);
      await popup.getByRole('button', { name }).click();
      const closed = popup.waitForEvent('close');
      await popup.getByRole('button', { name: 'Accept' }).click();
      await closed;
    },
    async stop() {
      await browser.close();
      await world.stop();
    },
  };
}
