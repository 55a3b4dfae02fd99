import type { ChannelActivity } from '../channel/channel-activity.ts';
import { formatChatAddress } from '../channel/chat-address.ts';
import type { Chat } from '../channel/chats.ts';
import type { SandboxPerson, SandboxTenant } from '../tenant/tenant.ts';
import { formatLocalTime } from './format-local-time.ts';

/** Who speaks, where and when: what every activity of a client says. */
export interface Speaker {
  tenant: SandboxTenant;
  person: SandboxPerson;
  /** As the client is set to, e.g. `en-US`. */
  locale: string;
  botId: string;
  serviceUrl: string;
}

export interface EnvelopeOptions {
  id: string;
  type: string;
  chat: Chat;
  /** The thread, in a channel. */
  rootId: string | undefined;
  at: Date;
}

/**
 * What all activities from Teams have in common.
 * Shape: Teams platform, bots/how-to/conversations/conversation-basics, and the Bot Framework activity schema.
 */
export function activityEnvelope(speaker: Speaker, options: EnvelopeOptions): ChannelActivity {
  const { person, tenant, locale } = speaker;
  const { chat } = options;
  return {
    type: options.type,
    id: options.id,
    timestamp: options.at.toISOString(),
    localTimestamp: formatLocalTime(options.at, person.timeZone),
    channelId: 'msteams',
    serviceUrl: speaker.serviceUrl,
    from: { id: person.teamsId, name: person.displayName, aadObjectId: person.id },
    conversation: {
      ...(chat.kind === 'personal' ? {} : { isGroup: true }),
      conversationType: chat.kind,
      tenantId: tenant.id,
      id: formatChatAddress({ chatId: chat.id, rootId: options.rootId }),
    },
    recipient: { id: speaker.botId, name: tenant.app.name },
    entities: [
      {
        locale,
        country: new Intl.Locale(locale).maximize().region,
        platform: 'Web',
        timezone: person.timeZone,
        type: 'clientInfo',
      },
    ],
    channelData: channelData(chat, tenant.id),
    locale,
    localTimezone: person.timeZone,
  };
}

function channelData(chat: Chat, tenantId: string): Record<string, unknown> {
  if (chat.kind !== 'channel') return { tenant: { id: tenantId } };
  return {
    teamsChannelId: chat.id,
    teamsTeamId: chat.team.id,
    channel: { id: chat.id },
    team: { id: chat.team.id },
    tenant: { id: tenantId },
  };
}
