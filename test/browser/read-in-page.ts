import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

/** Makes a look out of a script that runs in the page, and whose last value lists what is wrong. */
export function readInPage<Found>(script: string): (page: Page) => Promise<Found[]> {
  const text = readFileSync(new URL(script, import.meta.url), 'utf8');
  return (page) => page.evaluate(text);
}
