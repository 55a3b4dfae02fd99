const placeholders: Readonly<Record<string, string>> = {
  in: 'in "Group"',
  at: 'at "Monday 9:00"',
  about: 'about "Topic"',
  to: '"Conversation"',
  '/': '/ "Conversation"',
  group: '"Group"',
  conversation: '"Conversation"',
};

/** How a part looks in an example, by the word or sign that leads it in, or by its name; empty for one that may be left out. */
export function placeholderOf(word: string): string {
  return placeholders[word.toLowerCase()] ?? '';
}
