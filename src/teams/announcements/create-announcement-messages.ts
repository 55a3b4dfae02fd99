import type { Announcements } from '../../announcements/announcements.ts';
import type { Announcement } from '../../announcements/announcement.ts';
import type { AnnouncementMessages } from '../../announcements/ports/announcement-messages.ts';
import type { ReceiptPlace } from '../../conversations/request.ts';
import { cardMessage } from '../cards/card-message.ts';
import { hasOwnView, ownView } from '../cards/own-view.ts';
import { ChannelError, type ChannelErrorKind } from '../channel/channel-error.ts';
import type { MessageFor, ProactiveMessages } from '../notices/create-proactive-messages.ts';
import { askToSignIn } from '../signin/ask-to-sign-in.ts';
import { personalPlace } from '../signin/personal-place.ts';
import { inLanguage, type Lasting } from '../turns/in-language.ts';
import type { CardParts } from '../turns/teams-parts.ts';
import { buildProgress } from './build-progress.ts';
import { buildMessage } from './build-message.ts';

/** No use in trying again: the bot is not in that chat any more, or not wanted there, or the card is too big for it. */
const final: ReadonlySet<ChannelErrorKind> = new Set(['gone', 'blocked', 'not-installed', 'too-big']);

/**
 * Notices to many as cards: each receiver's in the language of their chat, and one for the sender that is updated in place.
 *
 * @param receivers who was told and who was not, for the report
 */
export function createAnnouncementMessages(
  lasting: Lasting<CardParts>,
  proactive: ProactiveMessages,
  receivers: Announcements['receivers'],
): AnnouncementMessages {
  const { messages } = lasting;

  return {
    async tell({ id }, announcement) {
      const message: MessageFor = async (place) =>
        buildMessage({ receiverId: id, place, announcement }, inLanguage(lasting, place.locale));
      const from = await whereFrom(announcement, lasting);
      // Nobody of the whole tenant is known to have the bot, and nothing says where its chats are.
      if (from === undefined) return { kind: 'unreachable', reason: 'not-installed' };
      if (announcement.audience.kind !== 'chat')
        return proactive.toPerson({ tenantId: from.tenantId, objectId: id }, from, message);
      // A chat of several has no language of its own: it is told in that of whoever tells it.
      const { locale } = announcement.place ?? {};
      const chat = { ...from, chatId: id, chatType: typeOf(id), ...(locale !== undefined && { locale }) };
      return proactive.toChat(chat, await message(chat));
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
        const card = await buildProgress(announcement, { receivers }, { ...parts, own });
        const message = cardMessage(
          ownView(card, place, { view: 'announcement', announcementId: announcement.id }),
        );
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
        if (error instanceof ChannelError && final.has(error.kind)) return { kind: 'gone' };
        throw error;
      }
    },
  };
}

/**
 * A place of the tenant from where a chat with anybody of it can be made: where it was asked for, else any that is known.
 * Whose language, time zone and account it has says nothing about others.
 */
async function whereFrom(
  { place, sender }: Announcement,
  { chats }: Pick<CardParts, 'chats'>,
): Promise<ReceiptPlace | undefined> {
  const own = sender.kind === 'person' ? await chats.personal(sender.person) : undefined;
  const known = place ?? own ?? (await chats.anyOf(tenantOf(sender)));
  if (known === undefined) return undefined;
  const { locale: _, timeZone: __, accountId: ___, ...address } = known;
  return { ...address, channelId: 'msteams' };
}

/** A place without a chat stands for the personal chat, once there is one. */
async function reachable(
  { place, sender }: Announcement & { readonly place: ReceiptPlace },
  parts: CardParts,
): Promise<ReceiptPlace> {
  if (place.chatId !== '' || sender.kind === 'app') return place;
  return personalPlace(sender.person, place, parts);
}

/** Ids of channels are told by how they end (Teams platform, "Conversation basics"). */
function typeOf(chatId: string): ReceiptPlace['chatType'] {
  return /@thread\.(?:tacv2|skype)/.test(chatId) ? 'channel' : 'groupChat';
}

function tenantOf(sender: Announcement['sender']): string {
  return sender.kind === 'person' ? sender.person.tenantId : sender.tenantId;
}
