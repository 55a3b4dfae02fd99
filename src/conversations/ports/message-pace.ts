/** How fast messages may be sent that nobody asked for in that moment, over all instances. */
export interface MessagePace {
  /**
   * Takes a place for one message in a chat, if the limits of the chat and of its tenant have one now.
   *
   * @returns 0 when it was taken; else how long to wait before asking again, in milliseconds
   */
  take(chat: { tenantId: string; chatId: string }): Promise<number>;
}
