import type { AppSettings } from '../config/read-app-settings.ts';
import { extensionCommands } from '../teams/extension/extension-commands.ts';
import type { Texts } from '../teams/texts/texts.ts';
import type { AppWords } from './app-words.ts';
import { commandLists } from '../teams/commands/command-lists.ts';

/** The search has one parameter, so the bot takes whatever comes for it; Teams only wants it to have a name. */
const searchParameter = 'query';

export interface ManifestOptions {
  /** `manifest/manifest.json`: what neither settings nor the bot's own tables say. */
  readonly template: Readonly<Record<string, unknown>>;
  readonly settings: AppSettings;
  /** The app's version, `major.minor.patch`. */
  readonly version: string;
  readonly words: AppWords;
  readonly texts: Pick<Texts, 'commandHelp'>;
  /** Languages besides English: the file of each is its tag and `.json`. */
  readonly languages: readonly string[];
  /** Slash commands, which Teams offers as a preview. */
  readonly slash: boolean;
}

/**
 * The manifest of the Teams app, with every id, address and command taken from where the bot takes it.
 * Source of the format: https://developer.microsoft.com/json-schemas/teams/v1.29/MicrosoftTeams.schema.json
 */
export function buildManifest(options: ManifestOptions): Record<string, unknown> {
  const { template, settings, version, words, texts, slash } = options;
  const { appId, publicUrl, ssoResource, developer } = settings;
  const bots = Array.isArray(template['bots']) ? (template['bots'] as object[]) : [{}];
  return {
    ...template,
    version,
    id: appId,
    developer,
    name: words.name,
    description: words.description,
    localizationInfo: {
      defaultLanguageTag: 'en',
      additionalLanguages: options.languages.map((tag) => ({ languageTag: tag, file: `${tag}.json` })),
    },
    bots: bots.map((bot) => ({
      ...bot,
      botId: appId,
      ...(slash && { supportsTargetedMessages: true }),
      commandLists: commandLists(texts, { slash }),
    })),
    composeExtensions: [{ botId: appId, commands: extension(words) }],
    // The sign-in pages are on the same host; where Entra sends the browser from there need not be named.
    validDomains: [new URL(publicUrl).host],
    webApplicationInfo: { id: appId, resource: ssoResource },
  };
}

function extension({ search, startFromMessage, start }: AppWords): object[] {
  return [
    {
      id: extensionCommands.search,
      type: 'query',
      context: ['compose', 'commandBox'],
      title: search.title,
      description: search.description,
      initialRun: true,
      parameters: [{ name: searchParameter, inputType: 'text', ...search.parameter }],
    },
    {
      id: extensionCommands.startFromMessage,
      type: 'action',
      context: ['message'],
      ...startFromMessage,
      fetchTask: true,
    },
    // Apart from the one above, because Outlook has actions in a new mail only.
    { id: extensionCommands.start, type: 'action', context: ['compose'], ...start, fetchTask: true },
  ];
}
