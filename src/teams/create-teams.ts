import type { Activity } from 'botbuilder';
import type { Configuration } from '../config/configuration.ts';
import type { DescribeAccount } from '../conversations/account/describe-account.ts';
import type { Forgetting } from '../conversations/create-forgetting.ts';
import type { Conversations } from '../conversations/create-conversations.ts';
import type { Person } from '../conversations/person.ts';
import type { Background } from '../conversations/ports/background.ts';
import type { FileSource } from '../conversations/ports/file-source.ts';
import type { Installations } from '../conversations/ports/installations.ts';
import type { ConversationSearch } from '../conversations/ports/conversation-search.ts';
import type { Receipts } from '../conversations/ports/receipts.ts';
import type { Watches } from '../watches/create-watches.ts';
import type { Notices } from '../watches/ports/notices.ts';
import { botFrameworkAuthentication } from './channel/bot-framework-authentication.ts';
import { ChannelAuthentication } from './channel/channel-authentication.ts';
import { createChatMessages } from './channel/chat-messages.ts';
import { createConnectorClients } from './channel/connector-clients.ts';
import { createFileSource } from './files/create-file-source.ts';
import { KickoffActivityHandler } from './kickoff-activity-handler.ts';
import { createNotices } from './notices/create-notices.ts';
import { createProactiveMessages, type ProactiveParts } from './notices/create-proactive-messages.ts';
import { createReceipts } from './receipts/create-receipts.ts';
import { afterSignIn } from './signin/after-sign-in.ts';
import { TeamsAdapter, type TurnAnswer } from './teams-adapter.ts';
import type { Lasting } from './turns/in-language.ts';
import { resumeCommands } from './turns/resume-commands.ts';
import type { CardParts, TeamsParts } from './turns/teams-parts.ts';

export interface TeamsOptions
  extends
    Omit<CardParts, 'messages' | 'texts' | 'outlook'>,
    Pick<TeamsParts, 'lists' | 'defaultGroups' | 'waitingCommands' | 'reach' | 'housekeeping' | 'mailbox'>,
    Pick<ProactiveParts, 'pace'> {
  configuration: Pick<Configuration, 'app' | 'allowedTenants' | 'endpoints'>;
  background: Background;
  /** For `whoami`. */
  describeAccount: DescribeAccount;
  installations: Installations;
  conversationSearch: ConversationSearch;
  /** Whether the bot's token may be sent to a service URL. */
  isServiceUrlAllowed: (serviceUrl: string) => boolean;
  /** Whether files may be fetched from an address. */
  isFileHostAllowed: (url: string) => boolean;
  /** Whether the settings name its host in full, so that it may be in the own network. */
  isNamedHost: (url: string) => boolean;
  /** The MSAL application that gets the bot's own token for the channel. */
  channelApplication: object;
}

export interface Teams {
  receipts: Receipts;
  /** Shows notices of watches. */
  notices: Notices;
  /** Fetches what people gave to the bot. */
  fileSource: FileSource;
  /** Joins the use cases, which need the receipts. */
  connect(useCases: {
    conversations: Conversations;
    forgetting: Forgetting;
    watches: Watches;
  }): ConnectedTeams;
}

export interface ConnectedTeams {
  receive(authorization: string | undefined, activity: object): Promise<TurnAnswer>;
  /** Somebody has signed in through the browser: what waited for it goes on, requests and questions alike. */
  onSignedIn(person: Person): Promise<void>;
}

/** Everything Bot Framework, behind two doors: activities come in, receipts go out. */
export function createTeams(options: TeamsOptions): Teams {
  const { configuration, log, timer } = options;
  const { app, endpoints, allowedTenants } = configuration;
  const authentication = botFrameworkAuthentication(configuration, options.channelApplication);
  const clients = createConnectorClients(authentication, {
    appId: app.id,
    audience: endpoints.channelScope,
    isServiceUrlAllowed: options.isServiceUrlAllowed,
  });
  const channelAuthentication = new ChannelAuthentication(authentication, clients);
  const cardParts: Lasting<CardParts> = {
    ...options,
    messages: createChatMessages(clients, timer),
    outlook: endpoints.outlook,
  };
  const proactive = createProactiveMessages({ ...options, messages: cardParts.messages, clients });
  return {
    receipts: createReceipts(cardParts),
    notices: createNotices(cardParts, proactive),
    fileSource: createFileSource({ ...options, botToken: (serviceUrl) => clients.botToken(serviceUrl) }),
    connect({ conversations, forgetting, watches }) {
      const { background, lists, defaultGroups, waitingCommands, installations, reach } = options;
      const signedIn = async (person: Person): Promise<void> => {
        await conversations.signedIn(person);
        background.run('commands after sign-in', () => resumeCommands(person, parts));
      };
      const parts: Lasting<TeamsParts> = {
        ...cardParts,
        ...{ clients, background, allowedTenants, lists, defaultGroups, waitingCommands },
        ...{ installations, forgetting, reach, watches },
        conversationSearch: options.conversationSearch,
        housekeeping: options.housekeeping,
        mailbox: options.mailbox,
        describeAccount: options.describeAccount,
        conversations: { ...conversations, signedIn },
      };
      const handler = new KickoffActivityHandler(parts);
      const adapter = new TeamsAdapter(channelAuthentication, { issuer: endpoints.channelIssuer, log });
      return {
        receive: (authorization, activity) =>
          adapter.receive(authorization ?? '', activity as Activity, (context) => handler.run(context)),
        onSignedIn: (person) => afterSignIn(person, parts),
      };
    },
  };
}
