import type { ConversationRequest } from '../../conversations/request.ts';
import type { Texts } from '../texts/texts.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { card } from './card.ts';
import { cardVerbs } from './card-verbs.ts';
import { executeAction } from './execute-action.ts';
import { heading } from './heading.ts';
import { labelledLine } from './labelled-line.ts';
import { receiptStatus } from './receipt-status.ts';
import { shownGroup } from './shown-group.ts';

/** The author has just posted the same there: what became of that one, and the way to mean it twice. */
export function similarCard({
  request,
  texts,
  forOthers,
}: {
  request: ConversationRequest;
  texts: Texts;
  /** For those who have not sent it. */
  forOthers?: boolean;
}): AdaptiveCard {
  const { similar, receipt, others } = texts;
  const title = forOthers ? others.sameAgain : similar.title;
  const group = shownGroup(request, receipt);
  return card({
    summary: title,
    body: [
      heading(title, 'warning'),
      { type: 'TextBlock', text: similar.note, wrap: true },
      labelledLine(receipt.topic, request.topic),
      labelledLine(receipt.group, group),
      ...(forOthers ? [labelledLine(receipt.from, request.author.name)] : []),
      labelledLine(similar.firstIs, receiptStatus({ request, texts, ...(forOthers && { forOthers }) }).title),
      {
        type: 'ActionSet',
        actions: [
          executeAction({
            title: similar.again,
            verb: cardVerbs.again,
            data: { requestId: request.id },
            ignoresInputs: true,
          }),
        ],
      },
    ],
  });
}
