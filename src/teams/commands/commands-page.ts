import type { Texts } from '../texts/texts.ts';
import { commandTable, type CommandEntry, type CommandPlace } from './command-table.ts';

const introduction = `# Commands

Made from \`src/teams/commands/command-table.ts\` by \`npm run print\`; change it there.

In chats with others and in channels, mention Kickoff first. Commands are typed in English, whatever the language of the
answers; \`hilfe\` is understood as well, and to other German words the English command is suggested. What is in brackets may be
left out.

- Quotes may be straight, curly, low, full-width or « », and may be left out where nothing is unclear.
- The parts may come in any order: \`start in "Finance" about "Budget" with ada@contoso.com: text\`.
- \`at "Monday 9:00"\` posts it then, as you: \`at 9:00\`, \`at "tomorrow 9:30 am"\`, \`at "2026-12-01 9:00"\`, \`at "1.12. 9:00"\`,
  in German words as well (\`at "Mo 9:00"\`, \`at "morgen 9 Uhr"\`). It is your own time zone, unless one follows:
  \`at "9:00 Europe/Berlin"\`. At most 90 days ahead; until then \`pending\` shows it, and it can be changed or discarded.
- The text begins behind the colon and is posted exactly as typed; it may have many lines. Bold, lists, links and tables of Teams are
  kept, and plain text stays plain, also when it went through a form. Only what you change in a form is read as Markdown.
- A group is named by its name, its mail address or its id, and only an exact match posts.
- People behind \`with\` are mail addresses, names or mentions, separated by commas: \`with ada@contoso.com, Ben Ray\`. A name that
  fits several people is asked back.
- \`#2\` is number 2 of the list that you were shown last in this chat (\`recent\`, \`groups\`), for an hour:
  \`reply #2: text\`, \`thread "Topic" in #2: text\`, \`start "Topic" in #2: text\`, \`recent #2\`,
  \`use #2\`, \`watch #2\`.
- What cannot be posted as it stands opens a form with everything that was typed, and says where the command went wrong and how
  it is written right. So does every other command, in a line.
- An edited message posts nothing: change the text in Outlook, or reply.
- Lists of your groups and of what is new in all of them are shown in your own chat with Kickoff only.
- Where an administrator has set \`SLASH_COMMANDS\`, \`/recent\` and so on need no mention, and only you see the answer.
`;

const placeNames: Readonly<Record<CommandPlace, string>> = {
  personal: 'your own chat with Kickoff',
  groupChat: 'chats with others',
  team: 'channels',
};

/** The text of `docs/commands.md`. */
export function commandsPage(texts: Pick<Texts, 'commandHelp'>): string {
  return [introduction, ...commandTable.map((entry) => describe(entry, texts))].join('\n');
}

function describe(entry: CommandEntry, texts: Pick<Texts, 'commandHelp'>): string {
  const { name, words, usage, example, places } = entry;
  const [word = name, ...others] = words;
  const also = others.map((other) => `\`${other}\``).join(', ');
  return [
    `## ${word}\n`,
    `${texts.commandHelp[name]}\n`,
    `- Written: \`${usage}\``,
    `- Example: \`${example}\``,
    ...(also === '' ? [] : [`- Also: ${also}`]),
    `- In: ${places.map((place) => placeNames[place]).join(', ')}\n`,
  ].join('\n');
}
