import type { ChannelActivity } from '../channel/channel-activity.ts';
import { activityEnvelope } from './activity-envelope.ts';
import type { EnvelopeOptions, Speaker } from './activity-envelope.ts';

/**
 * What Teams sends when a person adds the app to their personal scope: the installation, then the new members.
 * Source: Teams platform, bots/how-to/conversations/subscribe-to-conversation-events.
 */
export function installationActivities(
  speaker: Speaker,
  options: Pick<EnvelopeOptions, 'chat' | 'at'> & { nextId: () => string },
): ChannelActivity[] {
  const { chat, at, nextId } = options;
  const added = activityEnvelope(speaker, {
    id: nextId(),
    type: 'installationUpdate',
    chat,
    rootId: undefined,
    at,
  });
  const joined = activityEnvelope(speaker, {
    id: nextId(),
    type: 'conversationUpdate',
    chat,
    rootId: undefined,
    at,
  });
  return [
    {
      ...added,
      channelData: {
        settings: { selectedChannel: { id: chat.id } },
        ...(added['channelData'] as Record<string, unknown>),
        source: { name: 'message' },
      },
      action: 'add',
    },
    {
      ...joined,
      membersAdded: [{ id: speaker.botId }, { id: speaker.person.teamsId, aadObjectId: speaker.person.id }],
    },
  ];
}
