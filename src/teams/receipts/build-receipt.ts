import { draftOf } from '../../conversations/draft-of.ts';
import type { ConversationRequest, ReceiptPlace } from '../../conversations/request.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { lookLost } from '../bodies/look-lost.ts';
import { outlookLink } from '../../conversations/outlook-link.ts';
import { ownView } from '../cards/own-view.ts';
import { receiptCard, type ReceiptCardOptions } from '../cards/receipt-card.ts';
import { newForm, storeForm } from '../forms/form-message.ts';
import type { CardParts } from '../turns/teams-parts.ts';
import { problemOf } from './problem-of.ts';

/**
 * The card that says what became of a request. A refused one is the form again, with everything in it under a new form
 * id (the same for the same refusal, so that building it twice makes one form); where others look on, a button opens it.
 *
 * @param shownIn where it is shown, with the account of its author: not always where the request was made
 */
export async function buildReceipt(
  request: ConversationRequest,
  shownIn: ReceiptPlace,
  parts: CardParts,
): Promise<AdaptiveCard> {
  const card = (options: Omit<ReceiptCardOptions, 'request' | 'texts'>): AdaptiveCard => {
    const { texts } = parts;
    const make = (forOthers: boolean) => receiptCard({ request, texts, ...options, forOthers });
    const view = { view: 'receipt', requestId: request.id } as const;
    return ownView(make(false), shownIn, view, () => make(true));
  };
  const { place } = request;
  if (request.state === 'refused' && request.reason !== undefined && place !== undefined) {
    const wish = {
      author: request.author,
      chatId: place.chatId,
      draft: draftOf(request),
      cause: `${request.id}|${request.version}`,
    };
    if (place.chatType === 'personal') {
      const form = await newForm(
        {
          ...wish,
          shared: false,
          problems: [problemOf(request.reason)],
          ...(lookLost(request) && { notice: parts.texts.form.lookLost }),
        },
        parts,
      );
      return ownView(form.card, shownIn, { view: 'receipt', requestId: request.id });
    }
    const { id: editForm } = await storeForm(wish, parts);
    return card({ editForm });
  }
  const mail = request.target.group?.mail;
  return card({
    ...(mail !== undefined && { outlookLink: outlookLink(parts.outlook, mail) }),
    ...(place?.locale !== undefined && { locale: place.locale }),
    ...(place?.timeZone !== undefined && { timeZone: place.timeZone }),
  });
}
