import type { Texts } from '../texts/texts.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { card } from './card.ts';
import { cardVerbs } from './card-verbs.ts';
import { executeAction } from './execute-action.ts';

/** What stands in place of a form that was put away: that nothing was posted, and the way back to what was typed. */
export function closedFormCard({ texts, formId }: { texts: Texts; formId: string }): AdaptiveCard {
  return card({
    summary: texts.formClosed,
    body: [
      { type: 'TextBlock', text: texts.formClosed, wrap: true },
      {
        type: 'ActionSet',
        actions: [executeAction({ title: texts.formReopen, verb: cardVerbs.open, data: { formId } })],
      },
    ],
  });
}
