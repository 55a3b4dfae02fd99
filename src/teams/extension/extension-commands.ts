/**
 * The commands of the message extension, as they stand in the app's manifest and in the invokes that Teams sends:
 * one search, and one action with a dialog.
 */
export const extensionCommands = {
  search: { id: 'searchConversations', parameter: 'query' },
  start: { id: 'startConversation' },
} as const;
