/** The commands by their stable names (keys of tables and texts; what people type is in `command-table.ts`). */
export type CommandName =
  'start' | 'thread' | 'help' | 'pending' | 'sign-in' | 'sign-out' | 'whoami' | 'forget-me';
