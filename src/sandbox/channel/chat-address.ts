/** A conversation id taken apart: `19:…@thread.tacv2;messageid=1763640000001` is a channel and the thread in it. */
export interface ChatAddress {
  chatId: string;
  rootId: string | undefined;
}

const threadMark = ';messageid=';

/** Takes a conversation id of the Bot Framework apart; an id without a thread has no `rootId`. */
export function parseChatAddress(conversationId: string): ChatAddress {
  const at = conversationId.indexOf(threadMark);
  return at < 0
    ? { chatId: conversationId, rootId: undefined }
    : { chatId: conversationId.slice(0, at), rootId: conversationId.slice(at + threadMark.length) };
}

/** The conversation id that the bot sees for a chat, or for one thread of a channel. */
export function formatChatAddress({ chatId, rootId }: ChatAddress): string {
  return rootId === undefined ? chatId : `${chatId}${threadMark}${rootId}`;
}
