import type { Activity } from 'botbuilder';
import { cardVerbs } from '../cards/card-verbs.ts';

/** Whether a client only asks how to show a card (`refresh` of universal actions): mostly by itself, with nobody there. */
export function asksForView({ name, value }: Activity): boolean {
  if (name !== 'adaptiveCard/action') return false;
  const { trigger, action } = (value ?? {}) as { trigger?: unknown; action?: { verb?: unknown } };
  return trigger === 'automatic' || action?.verb === cardVerbs.view;
}
