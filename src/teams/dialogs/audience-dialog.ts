import type { ConversationRequest, ReceiptPlace } from '../../conversations/request.ts';
import { isPlanned } from '../../conversations/schedule/is-planned.ts';
import { card } from '../cards/card.ts';
import { cardVerbs } from '../cards/card-verbs.ts';
import { dialogSubmit } from '../cards/dialog-submit.ts';
import { labelledLine } from '../cards/labelled-line.ts';
import { receiptStatus } from '../cards/receipt-status.ts';
import { shownGroup } from '../cards/shown-group.ts';
import { textRun } from '../cards/text-run.ts';
import type { Texts } from '../texts/texts.ts';
import type { DialogAnswer } from './dialog-answer.ts';

/**
 * How many, or who outside, would get it: asked in the dialog itself, where the person is, because there may be no chat that
 * could show the question. What is planned keeps its time.
 *
 * @param place of the person who reads it: their language and time zone
 */
export function audienceDialog(
  request: ConversationRequest,
  place: Pick<ReceiptPlace, 'locale' | 'timeZone'>,
  texts: Texts,
): DialogAnswer {
  const { receipt, form, plan, dialog } = texts;
  const { title, lines } = receiptStatus({ ...place, request, texts });
  const planned = isPlanned(request);
  // Of what would go out now the last one says what can be done, which the buttons do here.
  const says = planned ? lines : lines.slice(0, -1);
  const yes = planned
    ? { title: plan.confirm, verb: cardVerbs.confirm }
    : { title: form.post, verb: cardVerbs.postNow };
  const button = { data: { requestId: request.id }, ignoresInputs: true } as const;
  return {
    kind: 'card',
    title,
    card: card({
      summary: [title, ...says].join(': '),
      body: [
        ...says.map((line) => ({ type: 'RichTextBlock' as const, inlines: [textRun(line)] })),
        labelledLine(receipt.topic, request.topic),
        labelledLine(receipt.group, shownGroup(request, receipt)),
        { type: 'TextBlock', text: dialog.waitsForYou, wrap: true, isSubtle: true },
        {
          type: 'ActionSet',
          actions: [
            dialogSubmit({ ...button, ...yes, style: 'positive' }),
            dialogSubmit({ ...button, title: dialog.back, verb: cardVerbs.changePlan }),
          ],
        },
      ],
    }),
  };
}
