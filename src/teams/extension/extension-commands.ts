/** Ids of the message extension's commands, as its manifest declares them. */
export const extensionCommands = {
  search: 'searchConversations',
  /** Action on a message. */
  startFromMessage: 'startFromMessage',
  /** Action while composing, and Outlook's. */
  start: 'startConversation',
} as const;

/**
 * What a form of the message extension is bound to besides its person: it is opened in chats that the bot may be no member
 * of, and in Outlook, where nothing promises that the chat's id stays the same.
 */
export const extensionChat = 'message-extension';
