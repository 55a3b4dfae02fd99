import { english } from './english.ts';
import { german } from './german.ts';
import type { Texts } from './texts.ts';

/** Every language that Kickoff speaks. The first one is for everybody whose own is not there. */
export const languages: readonly [Texts, ...Texts[]] = [english, german];

/**
 * The texts for a person's locale (BCP 47): those of exactly that locale, else of its language, else English. Clients
 * send what they like as locale, so anything is taken, and nothing throws.
 *
 * @example textsFor('en-GB').language === 'en'
 */
export function textsFor(locale: string | undefined): Texts {
  const wanted = readLocale(locale);
  const speaks = (tag: string | undefined) => languages.find(({ language }) => language === tag);
  return speaks(wanted?.baseName) ?? speaks(wanted?.language) ?? languages[0];
}

function readLocale(locale: string | undefined): Intl.Locale | undefined {
  try {
    // Some clients write `de_DE`, as POSIX does.
    return new Intl.Locale((locale ?? '').replaceAll('_', '-'));
  } catch {
    return undefined;
  }
}
