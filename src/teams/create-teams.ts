import type { Activity } from 'botbuilder';
import type { ChatRosters } from '../announcements/ports/chat-rosters.ts';
import type { Announcements } from '../announcements/announcements.ts';
import type { AnnouncementMessages } from '../announcements/ports/announcement-messages.ts';
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
import { createAnnouncementMessages } from './announcements/create-announcement-messages.ts';
import { botFrameworkAuthentication } from './channel/bot-framework-authentication.ts';
import { ChannelAuthentication } from './channel/channel-authentication.ts';
import { createChatRosters } from './channel/create-chat-rosters.ts';
import { createChatToCome } from './channel/create-chat-to-come.ts';
import { createChatMessages } from './channel/chat-messages.ts';
import { createPrivateMessages } from './channel/private-messages.ts';
import { createConnectorClients } from './channel/connector-clients.ts';
import { createFileTarget } from './files/create-file-target.ts';
import { createFileSource } from './files/create-file-source.ts';
import { KickoffActivityHandler } from './kickoff-activity-handler.ts';
import { countDeliveries } from './notices/count-deliveries.ts';
import { createNotices } from './notices/create-notices.ts';
import { createProactiveMessages, type ProactiveParts } from './notices/create-proactive-messages.ts';
import type { Delivery } from './notices/delivery.ts';
import { createReceipts } from './receipts/create-receipts.ts';
import { afterSignIn } from './signin/after-sign-in.ts';
import { pageTexts } from './signin/page-texts.ts';
import { TeamsAdapter, type TurnAnswer } from './teams-adapter.ts';
import type { Lasting } from './turns/in-language.ts';
import { resumeCommands } from './turns/resume-commands.ts';
import type { CardParts, TeamsParts } from './turns/teams-parts.ts';

export interface TeamsOptions
  extends
    Omit<CardParts, 'messages' | 'texts' | 'outlook'>,
    Pick<
      TeamsParts,
      'lists' | 'defaultGroups' | 'waitingCommands' | 'reach' | 'housekeeping' | 'mailbox' | 'personInstalls'
    >,
    Pick<ProactiveParts, 'pace' | 'installForPerson'> {
  configuration: Pick<Configuration, 'app' | 'allowedTenants' | 'endpoints' | 'slashCommands'>;
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
  /** Told what became of each message that nobody asked for in that moment. */
  countNotice: (outcome: Delivery['kind']) => void;
  /** The MSAL application that gets the bot's own token for the channel. */
  channelApplication: object;
}

export interface Teams {
  receipts: Receipts;
  /** Shows notices of watches. */
  notices: Notices;
  /** Who is in which chat. */
  rosters: ChatRosters;
  /** Shows notices to many; `gaps` for their report. */
  announcementMessages(gaps: Announcements['gaps']): AnnouncementMessages;
  /** Fetches what people gave to the bot. */
  fileSource: FileSource;
  /** Joins the use cases, which need the receipts. */
  connect(useCases: {
    conversations: Conversations;
    forgetting: Forgetting;
    watches: Watches;
    announcements: Announcements;
  }): ConnectedTeams;
}

export interface ConnectedTeams {
  receive(authorization: string | undefined, activity: object): Promise<TurnAnswer>;
  /** Words of the sign-in's pages, for the first of these locales that there are texts for. */
  pageTexts: typeof pageTexts;
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
    messages: createPrivateMessages(
      createChatMessages(clients, timer, { count: (chat) => options.pace.count(chat) }),
      options,
    ),
    outlook: endpoints.outlook,
  };
  // Each of their requests has its place, so a refused one asks for another before it goes again.
  const messages = createChatMessages(clients, timer, { tries: 1 });
  const proactive = countDeliveries(
    createProactiveMessages({ ...options, messages, clients }),
    options.countNotice,
  );
  const chatToCome = createChatToCome({ appId: app.id, serviceUrl: endpoints.serviceUrl });
  return {
    receipts: createReceipts(cardParts),
    notices: createNotices(cardParts, proactive),
    rosters: createChatRosters({ clients, chats: options.chats }),
    announcementMessages: (gaps) => createAnnouncementMessages(cardParts, { proactive, chatToCome }, gaps),
    fileSource: createFileSource({ ...options, botToken: (serviceUrl) => clients.botToken(serviceUrl) }),
    connect({ conversations, forgetting, watches, announcements }) {
      const { background, lists, defaultGroups, waitingCommands, installations, reach } = options;
      const signedIn = async (person: Person): Promise<void> => {
        await conversations.signedIn(person);
        background.run('commands after sign-in', () => resumeCommands(person, parts));
      };
      const parts: Lasting<TeamsParts> = {
        ...cardParts,
        ...{ clients, background, allowedTenants, lists, defaultGroups, waitingCommands },
        slashCommands: configuration.slashCommands,
        ...{ installations, forgetting, reach, watches, announcements },
        fileTarget: createFileTarget(options),
        conversationSearch: options.conversationSearch,
        housekeeping: options.housekeeping,
        mailbox: options.mailbox,
        personInstalls: options.personInstalls,
        describeAccount: options.describeAccount,
        conversations: { ...conversations, signedIn },
      };
      const handler = new KickoffActivityHandler(parts);
      const adapter = new TeamsAdapter(channelAuthentication, { issuer: endpoints.channelIssuer, log });
      return {
        receive: (authorization, activity) =>
          adapter.receive(authorization ?? '', activity as Activity, (context) => handler.run(context)),
        pageTexts,
        onSignedIn: (person) => afterSignIn(person, parts),
      };
    },
  };
}
