import type { Forgotten } from '../../conversations/create-forgetting.ts';
import type { Texts } from '../texts/texts.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { card } from './card.ts';

/** What was forgotten, what follows, and what is kept. */
export function forgottenCard({ forgotten, texts }: { forgotten: Forgotten; texts: Texts }): AdaptiveCard {
  const { forget } = texts;
  const done = forgotten.left > 0 ? forget.later(forgotten.left) : forget.done(forgotten.texts);
  return card({
    summary: `${done} ${forget.kept}`,
    body: [done, forget.kept].map((text) => ({ type: 'TextBlock', text, wrap: true })),
  });
}
