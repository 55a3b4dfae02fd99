import type { NoticedPosts } from '../../conversations/ports/forms.ts';
import type { NoticeConversation } from '../../watches/notice.ts';

/** A notice again, from the reply form that it came with. */
export function noticeOfForm(
  { group, conversationId, posts }: NoticedPosts,
  { threadId, topic }: { threadId: string; topic: string },
): NoticeConversation {
  return {
    ...{ group, threadId, topic, watchIds: [] },
    ...(conversationId !== undefined && { conversationId }),
    posts: posts.map(({ from, receivedAt, preview }) => ({
      ...{ postId: '', threadId, topic, preview },
      receivedAt: new Date(receivedAt),
      from: { name: from, address: '' },
    })),
  };
}
