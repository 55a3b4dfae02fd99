import type { ChatMessage } from '../channel/chat-message.ts';
import type { Chat } from '../channel/chats.ts';
import type { Channel } from '../channel/create-channel.ts';
import type { Speaker } from './activity-envelope.ts';
import type { Dialogs } from './create-dialogs.ts';
import type { PersonalViews } from './personal-views.ts';

/** What the actions of one person's client work with. */
export interface ClientContext {
  channel: Channel;
  speaker(): Speaker;
  views: PersonalViews;
  dialogs(): Dialogs;
  now: () => Date;
  /** Fresh ids for activities that are no messages. */
  nextId: () => string;
  /** A token for the app's SSO resource, obtained without asking; rejects when the person has to be asked. */
  ssoToken: () => Promise<string>;
  chatOf(message: ChatMessage): Chat;
}
