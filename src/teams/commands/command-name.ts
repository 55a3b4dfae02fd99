/** The commands by their stable names (keys of tables and texts; what people type is in `command-table.ts`). */
export type CommandName =
  | 'start'
  | 'thread'
  | 'reply'
  | 'recent'
  | 'groups'
  | 'use'
  | 'pending'
  | 'watch'
  | 'unwatch'
  | 'watching'
  | 'sign-in'
  | 'sign-out'
  | 'whoami'
  | 'help'
  | 'forget-me';
