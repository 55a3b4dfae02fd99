import type { Chats } from '../conversations/ports/chats.ts';
import { hasChat } from '../conversations/has-chat.ts';
import type { ConversationRequest, ReceiptPlace } from '../conversations/request.ts';
import { asWatcher } from './as-watcher.ts';
import { watchId, type Watch, type WatchTarget } from './watch.ts';
import type { WatchParts } from './watch-parts.ts';

/**
 * Whoever starts a conversation watches it in their own chat, unless they said no, or stopped watching it before. May be
 * told of the same request again and again.
 *
 * @returns the watch if it is new
 */
export async function watchStarted(
  request: ConversationRequest,
  parts: WatchParts & { chats: Chats },
): Promise<Watch | undefined> {
  const { store, mail, clock, ids, chats } = parts;
  const { author, place } = request;
  const target = targetOf(request);
  if (target === undefined || request.watch === false) return undefined;
  if ((await store.settings(author))?.watchStarted === false) return undefined;
  const own = isOwnChat(place) ? place : await chats.personal(author);
  if (own === undefined) return undefined;
  const id = watchId({ watcher: author, place: own, target });
  if ((await store.find(id)) !== undefined) return undefined;
  const addresses = await asWatcher(author, (token) => mail.addresses(token), parts);
  const { watch, first } = await store.add(
    {
      ...{ id, watcher: author, target, place: own },
      // Without them Kickoff's own record of who posted what still tells their posts from others'.
      addresses: addresses.kind === 'done' ? addresses.answer : [],
      state: 'on',
      // Answers may be faster than the receipt.
      since: request.attemptedAt ?? mail.serverTime() ?? clock.now(),
    },
    { clientState: ids.secret(), revive: false },
  );
  return first ? watch : undefined;
}

function isOwnChat(place: ReceiptPlace | undefined): place is ReceiptPlace {
  return hasChat(place) && place.chatType === 'personal';
}

function targetOf({ state, kind, target, created, topic }: ConversationRequest): WatchTarget | undefined {
  if (state !== 'created' || kind === 'reply' || target.group === undefined) return undefined;
  const { conversationId, threadId } = created ?? {};
  const { group } = target;
  // A new thread in somebody's conversation is all that its author started.
  if (kind === 'thread') return threadId === undefined ? undefined : { group, threadId, topic };
  if (conversationId === undefined && threadId === undefined) return undefined;
  return {
    ...{ group, topic },
    ...(conversationId !== undefined && { conversationId }),
    ...(conversationId === undefined && threadId !== undefined && { threadId }),
  };
}
