import type { Activity } from 'botbuilder';
import { notificationPermission } from '../../conversations/account/permission-table.ts';
import type { Notice } from '../../watches/notice.ts';
import type { Notices } from '../../watches/ports/notices.ts';
import { cardMessage } from '../cards/card-message.ts';
import { digestCard } from '../cards/digest-card.ts';
import { escapeCardText } from '../cards/escape-card-text.ts';
import { noticeCard } from '../cards/notice-card.ts';
import { watchedName } from '../cards/watched-name.ts';
import { storeForm } from '../forms/form-message.ts';
import { askToSignIn } from '../signin/ask-to-sign-in.ts';
import { inLanguage, type Lasting } from '../turns/in-language.ts';
import type { CardParts } from '../turns/teams-parts.ts';
import { noticedPosts } from './noticed-posts.ts';
import { replyLifetime } from './reply-lifetime.ts';
import type { ProactiveMessages } from './create-proactive-messages.ts';

/** Notices of watches as cards, in the language of the place that they are for. */
export function createNotices(lasting: Lasting<CardParts>, proactive: ProactiveMessages): Notices {
  return {
    async deliver(notice) {
      const parts = inLanguage(lasting, notice.place.locale);
      // What became of somebody's own watch is nobody else's business.
      const isPersonal = notice.place.chatType === 'personal' || 'target' in notice;
      const message = () => messageOf(notice, parts);
      const delivery = isPersonal
        ? await proactive.toPerson(notice.watcher, notice.place, message)
        : await proactive.toChat(notice.place, message);
      if (delivery.kind === 'delivered' && notice.kind === 'sign-in')
        await askToSignIn({ person: notice.watcher, place: notice.place }, parts);
      return delivery;
    },
  };
}

async function messageOf(notice: Notice, parts: CardParts): Promise<Partial<Activity>> {
  const { texts, outlook } = parts;
  const { timeZone, locale } = notice.place;
  const options = {
    ...{ texts, outlook },
    ...(timeZone !== undefined && { timeZone }),
    ...(locale !== undefined && { locale }),
  };
  switch (notice.kind) {
    case 'posts': {
      const formId = await replyForm(notice, parts);
      const card = noticeCard(notice.conversation, { ...options, ...(formId !== undefined && { formId }) });
      return cardMessage(card);
    }
    case 'summary':
      return cardMessage(digestCard(notice.conversations, options));
    case 'access-lost':
      return { text: texts.notice.accessLost(escapeCardText(watchedName(notice.target))) };
    case 'not-shown-here':
      return { text: texts.notice.notShownHere(escapeCardText(watchedName(notice.target))) };
    case 'sign-in':
      return { text: texts.notice.signIn(escapeCardText(watchedName(notice.target))) };
    case 'too-large':
      return { text: texts.notice.tooLarge(escapeCardText(watchedName(notice.target))) };
    case 'reading-lacks':
      return {
        text: texts.notice.readingLacks(escapeCardText(watchedName(notice.target)), notificationPermission),
      };
    case 'notifications-lack':
      return {
        text: texts.notice.notificationsLack(
          escapeCardText(watchedName(notice.target)),
          notificationPermission,
        ),
      };
  }
}

/** The form behind the card's text field, the same for the same notice; none where others see the card, too. */
async function replyForm(
  { id, place, watcher, conversation }: Notice & { kind: 'posts' },
  parts: CardParts,
): Promise<string | undefined> {
  if (place.chatType !== 'personal') return undefined;
  const known = await parts.chats.personal(watcher);
  const { group, threadId, topic } = conversation;
  const about = { group: group.id, threadId, topic, notice: noticedPosts(conversation) };
  const draft = { kind: 'reply', ...about, body: '', people: '' } as const;
  const form = await storeForm(
    {
      author: { ...watcher, name: '' },
      chatId: known?.chatId ?? place.chatId,
      draft,
      cause: `notice|${id}`,
      lifetime: replyLifetime,
    },
    parts,
  );
  return form.id;
}
