import type { ConversationRequest } from '../conversations/request.ts';
import type { AnnouncementWish, Announcements } from './announcements.ts';

/** How much of what was posted goes along, in characters. */
const previewLength = 400;

/**
 * What follows a created request whose author wants the group's members told in Teams: an announcement, under a source key made
 * of the request's id, so that the same request told of again makes no second one.
 */
export async function tellMembers(
  request: ConversationRequest,
  announcements: Pick<Announcements, 'start'>,
): Promise<void> {
  const wish = wishOf(request);
  if (wish !== undefined) await announcements.start(wish);
}

function wishOf(request: ConversationRequest): AnnouncementWish | undefined {
  const { id, state, tellMembers, author, target, created, topic, body, typed, place, forgotten } = request;
  const { group } = target;
  if (state !== 'created' || !tellMembers || forgotten || group === undefined) return undefined;
  const preview = typed ?? (body.contentType === 'text' ? body.content : '');
  return {
    sourceKey: `request|${id}`,
    sender: { kind: 'person', person: author },
    content: {
      kind: 'conversation',
      conversation: {
        ...{ group, topic },
        ...(created?.conversationId !== undefined && { conversationId: created.conversationId }),
        ...(created?.threadId !== undefined && { threadId: created.threadId }),
        preview: preview.slice(0, previewLength).toWellFormed(),
      },
    },
    audience: { kind: 'members', group: { id: group.id, name: group.name } },
    ...(place !== undefined && { place }),
  };
}
