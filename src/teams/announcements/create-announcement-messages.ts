import type { Announcements } from '../../announcements/announcements.ts';
import type { Announcement } from '../../announcements/announcement.ts';
import type { AnnouncementMessages } from '../../announcements/ports/announcement-messages.ts';
import { hasChat } from '../../conversations/has-chat.ts';
import { tenantOf } from '../../announcements/tenant-of.ts';
import type { ReceiptPlace } from '../../conversations/request.ts';
import { cardMessage } from '../cards/card-message.ts';
import { hasOwnView } from '../cards/own-view.ts';
import { ChannelError, type ChannelErrorKind } from '../channel/channel-error.ts';
import type { ChatToCome } from '../channel/create-chat-to-come.ts';
import type { MessageFor, ProactiveMessages } from '../notices/create-proactive-messages.ts';
import { askToSignIn } from '../signin/ask-to-sign-in.ts';
import { personalPlace } from '../signin/personal-place.ts';
import { inLanguage, type Lasting } from '../turns/in-language.ts';
import type { CardParts } from '../turns/teams-parts.ts';
import { buildProgress } from './build-progress.ts';
import { buildMessage } from './build-message.ts';
import { whereToTell } from './where-to-tell.ts';

/** No use in trying again: the bot is not in that chat any more, or not wanted there, or the card is too big for it. */
const final: ReadonlySet<ChannelErrorKind> = new Set(['gone', 'blocked', 'not-installed', 'too-big']);

/**
 * Notices to many as cards: each receiver's in the language of their chat, and one for the sender that is updated in place.
 *
 * @param gaps who was not surely told, for the report
 */
export function createAnnouncementMessages(
  lasting: Lasting<CardParts>,
  { proactive, chatToCome }: { proactive: ProactiveMessages; chatToCome: ChatToCome },
  gaps: Announcements['gaps'],
): AnnouncementMessages {
  const { messages } = lasting;

  return {
    async tell({ id }, announcement) {
      const message: MessageFor = async (place) =>
        buildMessage({ receiverId: id, place, announcement }, inLanguage(lasting, place.locale));
      let place: ReceiptPlace | undefined;
      try {
        place = await whereToTell(id, announcement, { ...lasting, chatToCome });
      } catch (error) {
        lasting.log.error({ error }, 'nothing says yet where somebody is to be told');
        return { kind: 'retry' };
      }
      if (place === undefined) return { kind: 'unreachable', reason: 'not-installed' };
      const { audience, sender } = announcement;
      if (audience.kind === 'chat') return proactive.toChat(place, message);
      return proactive.toPerson({ tenantId: tenantOf(sender), objectId: id }, place, message);
    },

    async showProgress(announcement, activityId) {
      const parts = inLanguage(lasting, announcement.place.locale);
      const { sender, state } = announcement;
      try {
        const place = await reachable(announcement, parts);
        // The members are read with the sender's own token; the card says why it waits.
        if (state === 'waiting' && sender.kind === 'person')
          await askToSignIn({ person: sender.person, place }, parts);
        const own = !hasOwnView(place);
        const card = await buildProgress(announcement, { gaps }, { ...parts, own, shownIn: place });
        const message = cardMessage(card);
        if (activityId) {
          try {
            await messages.update(place, activityId, message);
            return { kind: 'shown', activityId };
          } catch (error) {
            if (!(error instanceof ChannelError && error.kind === 'gone')) throw error;
          }
        }
        return { kind: 'shown', activityId: await messages.send(place, message) };
      } catch (error) {
        if (error instanceof ChannelError && isFinal(error)) return { kind: 'gone' };
        throw error;
      }
    },
  };
}

/** A refused token passes; whatever else Teams refuses for good, it refuses the next time, too. */
function isFinal({ kind, status }: ChannelError): boolean {
  return final.has(kind) || (kind === 'refused' && status !== 401);
}

/** Where progress is shown: the sender's own chat where none was known yet. */
async function reachable(
  { place, sender }: Announcement & { readonly place: ReceiptPlace },
  parts: CardParts,
): Promise<ReceiptPlace> {
  if (hasChat(place) || sender.kind === 'app') return place;
  return personalPlace(sender.person, place, parts);
}
