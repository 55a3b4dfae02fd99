import type { AdaptiveCard, CardElement } from './adaptive-card.ts';
import { escapeCardText } from './escape-card-text.ts';

export interface CardOptions {
  /** What the card says in one line, for clients that cannot show it and for reading aloud; escaped here. */
  readonly summary: string;
  readonly body: CardElement[];
  readonly version?: AdaptiveCard['version'];
}

/** An Adaptive Card of the version that Teams takes from bots (1.5). */
export function card({ summary, body, version = '1.5' }: CardOptions): AdaptiveCard {
  const line = escapeCardText(summary, { limit: 400 });
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version,
    fallbackText: line,
    speak: line,
    body,
  };
}
