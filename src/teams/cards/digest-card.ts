import { isObjectId } from '../../conversations/is-object-id.ts';
import type { NoticeConversation } from '../../watches/notice.ts';
import type { AdaptiveCard, CardElement } from './adaptive-card.ts';
import { card } from './card.ts';
import { heading } from './heading.ts';
import { noticeActions, postLines, type NoticeCardOptions } from './notice-card.ts';
import { textRun } from './text-run.ts';

/** Conversations of one card, each with its newest post and its buttons. */
const shownConversations = 8;
/** How much of a post is shown, in characters. */
const preview = 160;

/** News of several conversations at once: a daily digest, or what came in while it was quiet. */
export function digestCard(
  conversations: readonly NoticeConversation[],
  options: NoticeCardOptions,
): AdaptiveCard {
  const { notice } = options.texts;
  const title = notice.summary(conversations.length);
  const shown = conversations.slice(0, shownConversations);
  const body: CardElement[] = [heading(title)];
  for (const conversation of shown) {
    const { topic, group, posts } = conversation;
    const count = posts.length === 1 ? notice.newPost : notice.newPosts(posts.length);
    const newest = posts.at(-1);
    body.push(
      {
        type: 'Container',
        spacing: 'large',
        items: [
          { type: 'RichTextBlock', inlines: [textRun(topic, { weight: 'bolder' })] },
          {
            type: 'RichTextBlock',
            spacing: 'none',
            inlines: [
              textRun(isObjectId(group.name) ? count : `${group.name} · ${count}`, { isSubtle: true }),
            ],
          },
          ...(newest === undefined ? [] : postLines(newest, options, preview)),
        ],
      },
      { type: 'ActionSet', actions: noticeActions(conversation, options) },
    );
  }
  const left = conversations.length - shown.length;
  if (left > 0) body.push({ type: 'RichTextBlock', inlines: [textRun(notice.more(left))] });
  return card({ summary: [title, ...shown.map(({ topic }) => topic)].join(' – '), body });
}
