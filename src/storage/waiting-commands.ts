import type { WaitingCommands } from '../conversations/ports/waiting-commands.ts';
import type { ChatNotes } from './chat-notes.ts';

/** Commands that wait for a sign-in, at rest. */
export function createWaitingCommands(notes: ChatNotes): WaitingCommands {
  return {
    put: ({ person, chatId, command, expiresAt }) =>
      notes.write(person, chatId, { text: command, expiresAt }),
    takeAll: (person, now) => notes.takeAll(person, now),
  };
}
