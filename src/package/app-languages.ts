import { english } from '../teams/texts/english.ts';
import { german } from '../teams/texts/german.ts';
import type { Texts } from '../teams/texts/texts.ts';

/** The languages of the app, English first: the file of each in `manifest/languages`, and the bot's texts in it. */
export const appLanguages: readonly { readonly tag: string; readonly texts: Pick<Texts, 'commandHelp'> }[] = [
  { tag: 'en', texts: english },
  { tag: 'de', texts: german },
];
