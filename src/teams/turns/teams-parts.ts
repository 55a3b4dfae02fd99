import type { Announcements } from '../../announcements/announcements.ts';
import type { DescribeAccount } from '../../conversations/account/describe-account.ts';
import type { Forgetting } from '../../conversations/create-forgetting.ts';
import type { Conversations } from '../../conversations/create-conversations.ts';
import type { Background } from '../../conversations/ports/background.ts';
import type { Chats } from '../../conversations/ports/chats.ts';
import type { ConversationSearch } from '../../conversations/ports/conversation-search.ts';
import type { Clock } from '../../conversations/ports/clock.ts';
import type { DefaultGroups } from '../../conversations/ports/default-groups.ts';
import type { Directory } from '../../conversations/ports/directory.ts';
import type { Forms } from '../../conversations/ports/forms.ts';
import type { Housekeeping } from '../../conversations/ports/housekeeping.ts';
import type { Ids } from '../../conversations/ports/ids.ts';
import type { PersonInstalls } from '../../conversations/ports/person-installs.ts';
import type { Installations } from '../../conversations/ports/installations.ts';
import type { Leases } from '../../conversations/ports/leases.ts';
import type { Lists } from '../../conversations/ports/lists.ts';
import type { Log } from '../../conversations/ports/log.ts';
import type { Mailbox } from '../../conversations/ports/mailbox.ts';
import type { Reach } from '../../conversations/ports/reach.ts';
import type { SignIn } from '../../conversations/ports/sign-in.ts';
import type { Tickets } from '../../conversations/ports/tickets.ts';
import type { Timer } from '../../conversations/ports/timer.ts';
import type { Tokens } from '../../conversations/ports/tokens.ts';
import type { WaitingCommands } from '../../conversations/ports/waiting-commands.ts';
import type { Watches } from '../../watches/create-watches.ts';
import type { ChatMessages } from '../channel/chat-messages.ts';
import type { ConnectorClients } from '../channel/connector-clients.ts';
import type { FileTarget } from '../files/create-file-target.ts';
import type { Texts } from '../texts/texts.ts';

/** What receipts and forms need: everything but the use cases, which need them. */
export interface CardParts {
  forms: Forms;
  tokens: Tokens;
  directory: Directory;
  signIn: SignIn;
  tickets: Tickets;
  leases: Leases;
  chats: Chats;
  messages: ChatMessages;
  clock: Clock;
  timer: Timer;
  ids: Ids;
  log: Log;
  /** Of the turn's or receipt's language, see `inLanguage`. */
  texts: Texts;
  /** Outlook on the web, no trailing slash. */
  outlook: string;
}

/** What turns need. */
export interface TeamsParts extends CardParts {
  conversations: Conversations;
  forgetting: Forgetting;
  installations: Installations;
  personInstalls: Pick<PersonInstalls, 'added' | 'removed'>;
  reach: Reach;
  watches: Watches;
  announcements: Announcements;
  fileTarget: FileTarget;
  lists: Lists;
  defaultGroups: DefaultGroups;
  waitingCommands: WaitingCommands;
  conversationSearch: ConversationSearch;
  housekeeping: Housekeeping;
  mailbox: Pick<Mailbox, 'deleteConversation'>;
  clients: ConnectorClients;
  background: Background;
  describeAccount: DescribeAccount;
  /** Whether answers that only one person of a chat sees may be tried, a preview of Teams. */
  slashCommands: boolean;
  /** Lower-case tenant ids whose people may use it. */
  allowedTenants: ReadonlySet<string>;
}
