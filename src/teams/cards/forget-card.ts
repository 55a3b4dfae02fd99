import type { Texts } from '../texts/texts.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { card } from './card.ts';
import { cardVerbs } from './card-verbs.ts';
import { executeAction } from './execute-action.ts';
import { heading } from './heading.ts';

/** Asks back before everything about a person is forgotten, since what is not posted yet goes with it. */
export function forgetCard({ open, texts }: { open: number; texts: Texts }): AdaptiveCard {
  const { forget } = texts;
  const lines = [forget.note, ...(open > 0 ? [forget.open(open)] : []), forget.kept];
  return card({
    summary: `${forget.title} ${lines.join(' ')}`,
    body: [
      heading(forget.title, 'warning'),
      ...lines.map((text) => ({ type: 'TextBlock' as const, text, wrap: true as const })),
      { type: 'ActionSet', actions: [executeAction({ title: forget.button, verb: cardVerbs.forgetMe })] },
    ],
  });
}
