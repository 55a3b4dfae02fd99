import { textsFor } from '../texts/texts-for.ts';
import type { CardParts } from './teams-parts.ts';

/** What outlives a turn: everything but the texts, whose language is each turn's. */
export type Lasting<Parts extends CardParts> = Omit<Parts, 'texts'>;

/** The parts of one turn or receipt, with the texts of its person's locale. */
export function inLanguage<Parts extends object>(
  parts: Parts,
  locale: string | undefined,
): Parts & Pick<CardParts, 'texts'> {
  return { ...parts, texts: textsFor(locale) };
}
