import { english } from './english.ts';
import { german } from './german.ts';
import type { Texts } from './texts.ts';

/** Every language that Kickoff speaks. The first one is for everybody whose own is not there. */
export const languages: readonly [Texts, ...Texts[]] = [english, german];

/**
 * The texts for the first of a person's locales (BCP 47) that there are texts for: those of exactly that locale, else of
 * its language. English when there are none. Clients send what they like as locale, so anything is taken, and nothing
 * throws.
 *
 * @example textsFor('en-GB').language === 'en'
 */
export function textsFor(...locales: readonly (string | undefined)[]): Texts {
  const speaks = (tag: string | undefined) => languages.find(({ language }) => language === tag);
  for (const locale of locales) {
    const wanted = readLocale(locale);
    const texts = speaks(wanted?.baseName) ?? speaks(wanted?.language);
    if (texts !== undefined) return texts;
  }
  return languages[0];
}

function readLocale(locale: string | undefined): Intl.Locale | undefined {
  try {
    // Some clients write `de_DE`, as POSIX does.
    return new Intl.Locale((locale ?? '').replaceAll('_', '-'));
  } catch {
    return undefined;
  }
}
