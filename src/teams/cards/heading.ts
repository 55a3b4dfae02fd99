import type { CardColor, TextBlock } from './adaptive-card.ts';

/** The first line of a card. `text` is one of our own texts: Markdown is read in it. */
export function heading(text: string, color: CardColor = 'default'): TextBlock {
  return {
    type: 'TextBlock',
    text,
    style: 'heading',
    size: 'medium',
    weight: 'bolder',
    wrap: true,
    ...(color !== 'default' && { color }),
  };
}
