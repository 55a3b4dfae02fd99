import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

/** A text whose contrast to what is behind it is below WCAG 2.2 AA. */
export interface FaintText {
  text: string;
  ratio: number;
}

const inPage = readFileSync(new URL('find-faint-texts.js', import.meta.url), 'utf8');

/** Reads the computed colours of every text that is seen (4.5 : 1, or 3 : 1 where it is large). */
export function findFaintTexts(page: Page): Promise<FaintText[]> {
  return page.evaluate(inPage);
}
