import type { Texts } from '../texts/texts.ts';
import type { CardAction } from './adaptive-card.ts';
import { cardVerbs } from './card-verbs.ts';
import { executeAction } from './execute-action.ts';

/** *Forward* and *Delete conversation*, in the overflow: whoever presses acts with their own rights. */
export function housekeepingActions(
  data: { readonly groupId: string; readonly conversationId: string },
  { housekeeping }: Pick<Texts, 'housekeeping'>,
): CardAction[] {
  const common = { data, secondary: true, ignoresInputs: true } as const;
  return [
    executeAction({ title: housekeeping.askForward, verb: cardVerbs.askForward, ...common }),
    executeAction({ title: housekeeping.askDelete, verb: cardVerbs.askDelete, ...common }),
  ];
}
