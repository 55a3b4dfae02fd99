import { readInPage } from './read-in-page.ts';

/** A text whose contrast to what is behind it is below WCAG 2.2 AA. */
export interface FaintText {
  text: string;
  ratio: number;
}

/** Reads the computed colours of every text that is seen (4.5 : 1, or 3 : 1 where it is large). */
export const findFaintTexts = readInPage<FaintText>('find-faint-texts.js');
