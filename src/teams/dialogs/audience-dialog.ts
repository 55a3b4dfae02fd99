import type { ConversationRequest } from '../../conversations/request.ts';
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
 * could show the question.
 */
export function audienceDialog(request: ConversationRequest, texts: Texts): DialogAnswer {
  const { receipt, form, dialog } = texts;
  const { title, lines } = receiptStatus({ request, texts });
  // The last one says what can be done, which the buttons do here.
  const says = lines.slice(0, -1);
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
            dialogSubmit({ ...button, title: form.post, verb: cardVerbs.postNow, style: 'positive' }),
            dialogSubmit({ ...button, title: dialog.back, verb: cardVerbs.changePlan }),
          ],
        },
      ],
    }),
  };
}
