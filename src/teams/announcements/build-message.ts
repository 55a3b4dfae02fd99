import type { Activity } from 'botbuilder';
import type { OfferedForm } from '../../announcements/announcement-content.ts';
import type { UncountedAnnouncement } from '../../announcements/announcement.ts';
import type { Draft } from '../../conversations/ports/forms.ts';
import type { ReceiptPlace } from '../../conversations/request.ts';
import { announcementCard } from '../cards/announcement-card.ts';
import { cardMessage } from '../cards/card-message.ts';
import { storeForm } from '../forms/form-message.ts';
import type { CardParts } from '../turns/teams-parts.ts';

export interface MessageWish {
  /** A person's object id, or a chat's id. */
  readonly receiverId: string;
  readonly place: ReceiptPlace;
  readonly announcement: UncountedAnnouncement;
}

/** A notice is read days later, too; its form is good for as long as that, in milliseconds. */
const offerLifetime = 30 * 24 * 3_600_000;
/** Of a form that is nobody's own: whoever opens it gets one with the same in it. */
const nobody = '00000000-0000-0000-0000-000000000000';

/**
 * The message for one receiver. An offered form is stored with it, under the same id whenever the same message is built
 * again; a dialog shows it, so that building the message asks nothing of Microsoft 365.
 */
export async function buildMessage(
  { receiverId, place, announcement }: MessageWish,
  parts: CardParts,
): Promise<Partial<Activity>> {
  const { id, content, sender } = announcement;
  const shared = place.chatType !== 'personal';
  const tenantId = place.tenantId;
  const form =
    content.kind === 'message' && content.form !== undefined
      ? await storeForm(
          {
            author: { tenantId, objectId: shared ? nobody : receiverId, name: '' },
            chatId: place.chatId,
            draft: { ...draftOf(content.form), ...(shared && { offered: true }) },
            cause: `announcement|${id}|${receiverId}`,
            lifetime: offerLifetime,
          },
          parts,
        )
      : undefined;
  const card = announcementCard({
    content,
    sender: sender.kind === 'person' ? sender.person.name : sender.name,
    ...(form !== undefined && { formId: form.id }),
    shared,
    texts: parts.texts,
    outlook: parts.outlook,
  });
  return cardMessage(card);
}

function draftOf({ group = '', topic = '', body = '', people = '' }: OfferedForm): Draft {
  return { kind: 'conversation', group, topic, body, people };
}
