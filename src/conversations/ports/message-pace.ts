import type { PacedChat } from '../pace/paced-chat.ts';

/** How fast messages may be sent that nobody asked for in that moment, over all instances. */
export interface MessagePace {
  /**
   * Takes a place for one message in a chat, if the limits of the chat and of its tenant have one now. It is good at once
   * only: what is sent later may arrive together with what has its place then.
   *
   * @returns 0 when it was taken; else how long to wait before asking again, in milliseconds
   */
  take(chat: PacedChat): Promise<number>;
  /**
   * Counts a message that somebody waits for, and which therefore has not asked: notices give way to it. Written in the
   * background, together with others; returns at once and never throws.
   */
  count(chat: PacedChat): void;
}
