import { postingRoute, type PostingRoute } from './posting-route.ts';
import { conversationInput } from './shapes/conversation-input.ts';
import { replyInput } from './shapes/reply-input.ts';
import { threadInput } from './shapes/thread-input.ts';

const group = 'Finance';
const body = { contentType: 'markdown', content: 'Hello all, here is **the plan**.' };

/** The routes that post, as `mountApi` serves them and OpenAPI shows them. */
export const postingRoutes: readonly PostingRoute[] = [
  postingRoute({
    path: 'conversations',
    summary: 'Start a conversation in a group',
    schema: conversationInput,
    example: { group, topic: 'Budget 2027', body, people: ['ben@contoso.com'] },
    target: ({ topic }) => ({ kind: 'conversation', topic }),
  }),
  postingRoute({
    path: 'threads',
    summary: 'Start a thread in a conversation',
    schema: threadInput,
    example: { group, conversation: 'Budget 2027', topic: 'Travel', body },
    target: ({ topic, conversation }) => ({ kind: 'thread', topic, typedConversation: conversation }),
  }),
  postingRoute({
    path: 'replies',
    summary: 'Reply in a thread',
    schema: replyInput,
    example: { group: 'finance@contoso.com', thread: 'AAQkAEjzZ0THeVUE', body, receipt: 'chat' },
    // The thread has a topic, and a reply goes by its.
    target: ({ thread }) => ({ kind: 'reply', topic: '', threadId: thread }),
  }),
];
