/** One chat of a tenant; for a team its channel General. */
export interface ChatKey {
  readonly tenantId: string;
  readonly chatId: string;
}

/** Where the bot is installed, as far as it was told. */
export interface Installations {
  /** Remembers that it is there now; true for the first who says so since it was removed, over all instances. */
  added(chat: ChatKey): Promise<boolean>;
  removed(chat: ChatKey): Promise<void>;
}
