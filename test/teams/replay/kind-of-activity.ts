import type { Activities } from './create-activities.ts';
import type { Bot } from './start-bot.ts';

type Activity = Record<string, unknown>;

/** What one kind of activity gets. */
export interface KindOfActivity {
  make: (bot: Bot, activities: Activities) => Activity | Promise<Activity>;
  /** As `answerShape` names it. */
  answer: string;
  /** Messages that the bot then sends to chats; 0 where nothing is said. */
  says?: number;
  /** Posts in mailboxes. */
  posts?: number;
}
