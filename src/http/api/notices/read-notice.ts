import type { AnnouncementContent } from '../../../announcements/announcement-content.ts';
import type { NamedAudience } from '../../../announcements/find-audience.ts';
import { limits } from '../../../conversations/limits.ts';
import { isObjectId } from '../../../conversations/is-object-id.ts';
import { ApiRefusal } from '../api-refusal.ts';
import { checkInput } from '../check-input.ts';
import { noticeInput, type NoticeInput } from '../shapes/notice-input.ts';

/** A call's body, as far as it can be understood without asking anybody. */
export interface NoticeCall {
  readonly content: AnnouncementContent;
  readonly named: NamedAudience;
  readonly receipt: 'none' | 'chat';
}

/** @throws ApiRefusal API_INPUT_REFUSED */
export function readNotice(body: unknown): NoticeCall {
  const { to, text, title, link, form, receipt } = checkInput(noticeInput, body);
  return {
    content: {
      kind: 'message',
      text,
      ...(title !== undefined && { title }),
      ...(link !== undefined && { link }),
      ...(form !== undefined && { form: formOf(form) }),
    },
    named: audienceOf(to),
    receipt,
  };
}

function formOf({ group, topic, body, people }: NonNullable<NoticeInput['form']>) {
  return {
    ...(group !== undefined && { group }),
    ...(topic !== undefined && { topic }),
    ...(body !== undefined && { body }),
    ...(people !== undefined && { people: people.join(', ') }),
  };
}

function audienceOf({ people = [], channel, group }: NoticeInput['to']): NamedAudience {
  if (channel !== undefined) return { kind: 'chat', chatId: channel };
  if (group !== undefined) return { kind: 'group', group };
  const addresses = people.filter((each) => !isObjectId(each));
  if (addresses.length > limits.people) {
    const detail = `More than ${limits.people} mail addresses: send object ids, or name a group.`;
    throw new ApiRefusal('API_INPUT_REFUSED', {}, { errors: [{ path: '/to/people', detail }] });
  }
  return { kind: 'people', objectIds: people.filter(isObjectId), addresses };
}
