/**
 * The id of a chat; of a channel's thread, the channel's: all threads of a channel belong to one chat
 * (`19:…@thread.tacv2;messageid=…`, Teams platform, "Conversation basics").
 */
export function withoutThread(chatId: string): string {
  return chatId.replace(/;messageid=.*$/s, '');
}
