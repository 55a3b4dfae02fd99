import type { ConversationRequest, ReceiptPlace } from '../../conversations/request.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { ownView } from '../cards/own-view.ts';
import { similarCard } from '../cards/similar-card.ts';
import type { Texts } from '../texts/texts.ts';

/** The card that says of something sent twice what became of the first one, for its author and for everybody else. */
export function buildSimilar(
  request: ConversationRequest,
  shownIn: ReceiptPlace,
  texts: Texts,
): AdaptiveCard {
  const make = (forOthers: boolean) => similarCard({ request, texts, forOthers });
  const view = { view: 'similar', requestId: request.id } as const;
  return ownView(make(false), shownIn, view, () => make(true));
}
