import { textsFor } from '../texts/texts-for.ts';
import type { Texts } from '../texts/texts.ts';

/** The texts of the sign-in's pages, for the first of these locales that there are texts for. */
export function pageTexts(locales: readonly string[]): Pick<Texts, 'language' | 'error' | 'pages'> {
  return textsFor(...locales);
}
