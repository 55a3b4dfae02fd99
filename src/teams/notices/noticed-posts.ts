import type { NoticedPosts } from '../../conversations/ports/forms.ts';
import type { NoticeConversation } from '../../watches/notice.ts';
import { shownPosts } from '../cards/notice-card.ts';

/** What a notice's reply form keeps of it, to show it again once it was answered: the words only of posts that are shown. */
export function noticedPosts({ group, conversationId, posts }: NoticeConversation): NoticedPosts {
  return {
    group,
    ...(conversationId !== undefined && { conversationId }),
    posts: posts.map(({ from, receivedAt, preview }, index) => ({
      from: from.name === '' ? from.address : from.name,
      receivedAt: receivedAt.toISOString(),
      preview: index < posts.length - shownPosts ? '' : preview,
    })),
  };
}
