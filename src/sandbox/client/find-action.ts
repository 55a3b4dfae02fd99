import type { AdaptiveCard, CardAction } from './card-element.ts';
import { findElements } from './find-elements.ts';

export interface FoundAction {
  action: CardAction;
  /** The one of the message's cards that holds it. */
  card: AdaptiveCard;
}

/**
 * The action that somebody presses in the cards of a message.
 *
 * @param name its place in the list of cards as a JSON pointer (`/0/actions/1`), its id, or its title.
 * @throws Error that lists what can be pressed when there is no such action.
 */
export function findAction(cards: readonly AdaptiveCard[], name: string): FoundAction {
  const all = cards.flatMap((card) =>
    findElements<CardAction>(card, 'Action.').map((action) => ({ action, card })),
  );
  const pointed = name.startsWith('/') ? followPointer(cards, name) : undefined;
  const found =
    all.find(({ action }) => action === pointed) ??
    all.find(({ action }) => action.id === name) ??
    all.find(({ action }) => action.title === name);
  if (found !== undefined) return found;
  const titles = all.map(({ action }) => JSON.stringify(action.title ?? action.id ?? action.type));
  throw new Error(
    `No action ${JSON.stringify(name)} in this message; it has ${titles.join(', ') || 'none'}.`,
  );
}

/** RFC 6901, without the escapes that no card property needs. */
function followPointer(root: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], root);
}
