import type { ChatMessage } from './chat-message.ts';
import { isStillThere } from './is-still-there.ts';

export type NewChatMessage = Omit<
  ChatMessage,
  'id' | 'rootId' | 'sentAt' | 'revision' | 'edited' | 'deleted'
> & {
  /** Id of the thread to answer in; undefined begins one (in a channel) or has no meaning (personal chat). */
  rootId?: string | undefined;
  /** Whether the chat has threads. */
  threaded: boolean;
};

export type ChatMessageChange = Partial<
  Pick<ChatMessage, 'text' | 'textFormat' | 'attachments' | 'summary' | 'deleted' | 'deliveryStatus'>
>;

/** What was said in every chat, oldest first, with news for those who listen. */
export interface ChatStore {
  add(message: NewChatMessage): ChatMessage;
  /** Undefined when there is no such message in that chat. */
  find(chatId: string, messageId: string): ChatMessage | undefined;
  list(chatId: string): readonly ChatMessage[];
  /** Changes a message in place; `edited` tells people that its author changed it. */
  change(message: ChatMessage, change: ChatMessageChange, options?: { edited: boolean }): ChatMessage;
  /** Told after each change which message of which chat changed. Returns what ends the subscription. */
  onChange(listener: (message: ChatMessage) => void): () => void;
}

/** Keeps messages in memory: the sandbox forgets everything when it ends. */
export function createChatStore(options: { now: () => Date; nextId: () => string }): ChatStore {
  const chats = new Map<string, Map<string, ChatMessage>>();
  const listeners = new Set<(message: ChatMessage) => void>();

  function keep(message: ChatMessage): ChatMessage {
    const chat = chats.get(message.chatId) ?? new Map<string, ChatMessage>();
    chats.set(message.chatId, chat.set(message.id, message));
    for (const listener of listeners) listener(message);
    return message;
  }

  return {
    add({ threaded, rootId, ...rest }) {
      const id = options.nextId();
      return keep({
        ...rest,
        id,
        rootId: threaded ? (rootId ?? id) : undefined,
        sentAt: options.now(),
        revision: 1,
        edited: false,
        deleted: false,
      });
    },
    find(chatId, messageId) {
      const message = chats.get(chatId)?.get(messageId);
      return message !== undefined && isStillThere(message, options.now()) ? message : undefined;
    },
    list: (chatId) =>
      [...(chats.get(chatId)?.values() ?? [])].filter((message) => isStillThere(message, options.now())),
    change(message, change, { edited } = { edited: false }) {
      const kept = chats.get(message.chatId)?.get(message.id) ?? message;
      return keep({ ...kept, ...change, revision: kept.revision + 1, edited: kept.edited || edited });
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
