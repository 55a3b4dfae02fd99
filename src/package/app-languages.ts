import { languages } from '../teams/texts/texts-for.ts';
import type { Texts } from '../teams/texts/texts.ts';

/** The languages of the app, English first: the file of each in `manifest/languages`, and the bot's texts in it. */
export const appLanguages: readonly { readonly tag: string; readonly texts: Texts }[] = languages.map(
  (texts) => ({ tag: texts.language, texts }),
);
