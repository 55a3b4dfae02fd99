import type { Activity } from 'botbuilder';

/**
 * Whether an activity says that the bot was put into a chat or taken out of it. Teams says so twice, as
 * `installationUpdate` and as a `conversationUpdate` with the bot among the members, in any order and not always both;
 * an upgrade, other members, and what happens to teams and channels mean nothing.
 * Source: Teams platform, bots/how-to/conversations/subscribe-to-conversation-events.
 */
export function readInstallation(activity: Activity): 'added' | 'removed' | undefined {
  if (activity.type === 'installationUpdate') return byAction[(activity as { action?: string }).action ?? ''];
  if (activity.type !== 'conversationUpdate') return undefined;
  const { eventType = 'members' } = (activity.channelData ?? {}) as { eventType?: unknown };
  const isBot = ({ id }: { id?: string }): boolean => id !== undefined && id === activity.recipient?.id;
  const has = (members: { id?: string }[] = [], event: string): boolean =>
    (eventType === 'members' || eventType === event) && members.some(isBot);
  if (has(activity.membersAdded, 'teamMemberAdded')) return 'added';
  return has(activity.membersRemoved, 'teamMemberRemoved') ? 'removed' : undefined;
}

/** An upgrade (`add-upgrade`, `remove-upgrade`) is neither. */
const byAction: Readonly<Record<string, 'added' | 'removed' | undefined>> = {
  add: 'added',
  remove: 'removed',
};
