import type { Texts } from '../texts/texts.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { card } from './card.ts';
import { cardVerbs } from './card-verbs.ts';
import { executeAction } from './execute-action.ts';
import { textRun } from './text-run.ts';

/** In a chat into which Kickoff was put again: whoever watched something there goes on with it. */
export function pausedHereCard({ notice }: Texts): AdaptiveCard {
  return card({
    summary: notice.pausedHere,
    body: [
      { type: 'RichTextBlock', inlines: [textRun(notice.pausedHere)] },
      { type: 'ActionSet', actions: [executeAction({ title: notice.resume, verb: cardVerbs.resumeWatch })] },
    ],
  });
}
