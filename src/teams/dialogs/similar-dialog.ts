import type { ConversationRequest } from '../../conversations/request.ts';
import { card } from '../cards/card.ts';
import { cardVerbs } from '../cards/card-verbs.ts';
import { labelledLine } from '../cards/labelled-line.ts';
import { receiptStatus } from '../cards/receipt-status.ts';
import { shownGroup } from '../cards/shown-group.ts';
import type { Texts } from '../texts/texts.ts';
import type { DialogAnswer } from './dialog-answer.ts';

/** The person has just posted the same there: the way to mean it twice keeps the form, which holds what was typed. */
export function similarDialog(
  request: ConversationRequest,
  { formId, texts }: { formId: string; texts: Texts },
): DialogAnswer {
  const { similar, receipt } = texts;
  const group = shownGroup(request, receipt);
  return {
    kind: 'card',
    title: similar.title,
    card: card({
      summary: similar.title,
      body: [
        { type: 'TextBlock', text: similar.note, wrap: true },
        labelledLine(receipt.topic, request.topic),
        labelledLine(receipt.group, group),
        labelledLine(similar.firstIs, receiptStatus({ request, texts }).title),
        {
          type: 'ActionSet',
          actions: [
            {
              type: 'Action.Submit',
              title: similar.again,
              data: { formId, verb: cardVerbs.again },
              associatedInputs: 'none',
            },
          ],
        },
      ],
    }),
  };
}
