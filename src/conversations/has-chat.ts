import type { ReceiptPlace } from './request.ts';

/**
 * Whether a place is in a chat that is known. It is not where nobody asked for anything in a chat, and not where somebody's
 * own chat with the bot is meant that was not there yet (`chatId` is empty).
 */
export function hasChat(place: ReceiptPlace | undefined): place is ReceiptPlace {
  return place !== undefined && place.chatId !== '';
}
