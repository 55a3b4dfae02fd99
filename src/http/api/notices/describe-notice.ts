import type { Announcement } from '../../../announcements/announcement.ts';
import type { UnreachableCounts } from '../../../announcements/announcements.ts';
import type { KnownAudience } from '../../../announcements/audience.ts';
import { CodedError } from '../../../conversations/errors/coded-error.ts';
import type { NoticeBody } from '../shapes/notice-shape.ts';
import { noticeUrl } from './notice-url.ts';

/** A notice as the API shows it to whoever sent it. */
export function describeNotice(
  announcement: Announcement,
  unreachable: UnreachableCounts,
  parts: { publicUrl: string },
): NoticeBody {
  const { id, state, reason, counts, place, createdAt, updatedAt, endedAt } = announcement;
  const error = reason && new CodedError(reason.code, reason.details);
  const url = noticeUrl(id, parts);
  const { total, waiting, delivered, unconfirmed, stopped } = counts;
  return {
    ...{ id, url, receivers: `${url}/receivers`, to: describeAudience(announcement.audience), state },
    ...(error !== undefined && { reason: { code: error.code, title: error.says, detail: error.next } }),
    counts: { total, waiting, delivered, unreachable: counts.unreachable, unconfirmed, stopped },
    unreachable: { ...unreachable },
    progress: total === 0 ? (endedAt === undefined ? 0 : 100) : Math.floor((100 * (total - waiting)) / total),
    receipt: place === undefined ? 'none' : 'chat',
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    ...(endedAt !== undefined && { endedAt: endedAt.toISOString() }),
  };
}

function describeAudience(audience: KnownAudience): NoticeBody['to'] {
  switch (audience.kind) {
    case 'people':
      return { kind: 'people' };
    case 'members':
      return { kind: 'group', group: { ...audience.group } };
    case 'chat':
      return { kind: 'channel', channel: audience.chatId };
  }
}
