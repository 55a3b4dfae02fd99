import type { Texts } from '../teams/texts/texts.ts';
import type { AppWords } from './app-words.ts';
import { commandLists } from '../teams/commands/command-lists.ts';

/**
 * One more language of the manifest: its texts under their paths in it. The commands themselves are the same words in
 * every language; what is not there is shown in English.
 * Source: Teams platform, concepts/build-and-test/apps-localization.
 */
export function buildLocalization(
  { name, description, search, startFromMessage, start }: AppWords,
  texts: Pick<Texts, 'commandHelp'>,
): Record<string, string> {
  const commands = commandLists(texts, { slash: false }).flatMap((list, place) =>
    list.commands.map((command, index) => [
      `bots[0].commandLists[${place}].commands[${index}].description`,
      command.description,
    ]),
  );
  const extension = 'composeExtensions[0].commands';
  return {
    $schema:
      'https://developer.microsoft.com/en-us/json-schemas/teams/v1.29/MicrosoftTeams.Localization.schema.json',
    'name.short': name.short,
    'name.full': name.full,
    'description.short': description.short,
    'description.full': description.full,
    ...(Object.fromEntries(commands) as Record<string, string>),
    [`${extension}[0].title`]: search.title,
    [`${extension}[0].description`]: search.description,
    [`${extension}[0].parameters[0].title`]: search.parameter.title,
    [`${extension}[0].parameters[0].description`]: search.parameter.description,
    [`${extension}[1].title`]: startFromMessage.title,
    [`${extension}[1].description`]: startFromMessage.description,
    [`${extension}[2].title`]: start.title,
    [`${extension}[2].description`]: start.description,
  };
}
