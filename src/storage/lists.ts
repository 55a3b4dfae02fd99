import type { Lists, ListItem } from '../conversations/ports/lists.ts';
import type { ChatNotes } from './chat-notes.ts';

/** An item as JSON holds it. */
type StoredItem = Omit<ListItem, 'conversation'> & {
  conversation?: Omit<NonNullable<ListItem['conversation']>, 'lastDelivered'> & { lastDelivered?: string };
};

/** Numbered lists at rest. */
export function createLists(notes: ChatNotes): Lists {
  return {
    keep: ({ person, chatId }, { id, items, expiresAt }) =>
      notes.write(person, chatId, { text: JSON.stringify({ id, items }), expiresAt }),
    async find({ person, chatId }, now) {
      const note = await notes.read(person, chatId, now);
      if (note === undefined) return undefined;
      const { id, items } = JSON.parse(note.text) as { id: string; items: StoredItem[] };
      return { id, items: items.map(listItem), expiresAt: note.expiresAt };
    },
  };
}

function listItem({ group, conversation }: StoredItem): ListItem {
  if (conversation === undefined) return { group };
  const { lastDelivered, ...rest } = conversation;
  return {
    group,
    conversation: {
      ...rest,
      ...(lastDelivered !== undefined && { lastDelivered: new Date(lastDelivered) }),
    },
  };
}
