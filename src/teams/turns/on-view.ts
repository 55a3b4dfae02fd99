import type { ConversationRequest } from '../../conversations/request.ts';
import { personKey } from '../../conversations/person.ts';
import { sourceKey } from '../../conversations/source-key.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import type { CardView } from '../cards/card-view.ts';
import { saidCard } from '../cards/said-card.ts';
import { viewForAll } from '../cards/view-for-all.ts';
import { buildProgress } from '../announcements/build-progress.ts';
import { buildReceipt } from '../receipts/build-receipt.ts';
import { buildSimilar } from '../receipts/build-similar.ts';
import { confirmWatch } from '../watching/confirm-watch.ts';
import { housekeepingCard, type Matter } from './housekeeping-card.ts';
import { readView } from './read-view.ts';
import type { TeamsParts } from './teams-parts.ts';
import type { Turn } from './turn.ts';
import { withoutThread } from '../../conversations/without-thread.ts';

/**
 * What whoever asks is shown of a card: its own person everything, the others in the chat what they saw before. Clients
 * ask by themselves, each time the card is shown or changed, so it only reads, and always answers a card: a line would
 * come up again and again.
 */
export async function onView(
  turn: Turn,
  data: Readonly<Record<string, unknown>>,
  parts: TeamsParts,
): Promise<AdaptiveCard> {
  const view = readView(data);
  const shown = view === undefined ? undefined : await showView(turn, view, parts);
  if (shown === undefined) return saidCard([parts.texts.oldButton]);
  return shown.own ? shown.card : forOthers(shown.card);
}

/** Not asked for by itself: for the others it stays what the message shows. */
function forOthers(card: AdaptiveCard): AdaptiveCard {
  const { refresh, ...shown } = viewForAll(card);
  return refresh === undefined ? shown : { ...shown, refresh: { ...refresh, userIds: [] } };
}

interface ShownView {
  readonly card: AdaptiveCard;
  /** Whether it is the card of the person who asks. */
  readonly own: boolean;
}

async function showView(turn: Turn, view: CardView, parts: TeamsParts): Promise<ShownView | undefined> {
  switch (view.view) {
    case 'receipt':
    case 'similar':
      return showRequest(turn, view, parts);
    case 'ticket':
      return showTicket(turn, view, parts);
    case 'announcement':
      return showAnnouncement(turn, view.announcementId, parts);
    case 'watch': {
      const { personId, groupId: id, groupName: name, conversationId, topic } = view;
      const card = confirmWatch(
        turn,
        {
          group: { id, name },
          ...(conversationId !== undefined && { conversationId }),
          ...(topic !== undefined && { topic }),
        },
        parts.texts,
      );
      return { own: personId === turn.author.objectId, card };
    }
  }
}

async function showRequest(
  turn: Turn,
  view: Extract<CardView, { requestId: string }>,
  parts: TeamsParts,
): Promise<ShownView | undefined> {
  const request = await parts.conversations.find(view.requestId);
  if (request === undefined) return undefined;
  const own = personKey(request.author) === personKey(turn.author);
  if (!own && !isShownIn(turn, request)) return undefined;
  if (request.forgotten) return { own, card: saidCard([parts.texts.forget.gone]) };
  if (view.view === 'receipt') return { own, card: await buildReceipt(request, turn.place, parts) };
  const again = await startedAgain(turn, request, parts);
  if (again !== undefined) return { own, card: await buildReceipt(again, turn.place, parts) };
  return { own, card: buildSimilar(request, turn.place, parts.texts) };
}

async function showAnnouncement(
  { author, place, chatId }: Turn,
  announcementId: string,
  parts: TeamsParts,
): Promise<ShownView | undefined> {
  const { announcements } = parts;
  const mine = await announcements.find(announcementId, { kind: 'person', person: author });
  const shown = mine ?? (await announcements.findShownIn(announcementId, { ...author, chatId }));
  if (shown === undefined) return undefined;
  const own = mine !== undefined;
  return { own, card: await buildProgress(shown, announcements, { ...parts, own, shownIn: place }) };
}

/** Whether the others in the chat of this turn, a channel without its thread, see the receipt of that request. */
function isShownIn({ author, chatId }: Turn, { place }: ConversationRequest): boolean {
  return place?.tenantId === author.tenantId && withoutThread(place.chatId) === chatId;
}

/** What *Start another anyway* on the card of this turn has led to. */
async function startedAgain(
  { place, replyToId }: Turn,
  { id }: ConversationRequest,
  { conversations }: TeamsParts,
): Promise<ConversationRequest | undefined> {
  if (replyToId === undefined) return undefined;
  return conversations.findBySource(sourceKey.again(id, `${place.chatId}|${replyToId}`));
}

async function showTicket(
  { author, place }: Turn,
  { ticket: id, kind }: Extract<CardView, { view: 'ticket' }>,
  { tickets, clock, texts }: TeamsParts,
): Promise<ShownView | undefined> {
  const ticket = await tickets.find(kind, id, clock.now());
  if (ticket?.secret === undefined || ticket.chatId !== place.chatId)
    return { own: true, card: saidCard([texts.housekeeping.over]) };
  const matter = JSON.parse(ticket.secret) as Matter;
  const card = housekeepingCard({ ticket: id, kind, matter }, { place, texts });
  return { own: personKey(ticket.person) === personKey(author), card };
}
