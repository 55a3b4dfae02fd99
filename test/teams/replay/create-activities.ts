import { personalChatId } from '../../../src/sandbox/channel/chats.ts';
import type { SandboxPerson, SandboxTenant } from '../../../src/sandbox/tenant/tenant.ts';

type Activity = Record<string, unknown>;

/** Where something was said: the personal chat, a group chat, or a channel's thread by its first message. */
export type Where = 'personal' | 'groupChat' | { channel: string; rootId: string };

/**
 * Activities as Teams sends them (Teams platform, "Conversation basics", "Bot Framework activity schema", and the pages of
 * each invoke), said by a person of the sandbox's organisation.
 */
export function createActivities(world: { tenant: SandboxTenant; botId: string; serviceUrl: string }) {
  const { tenant, botId, serviceUrl } = world;
  let made = 0;

  function envelope(type: string, from: SandboxPerson, where: Where, more: Activity): Activity {
    made += 1;
    return {
      type,
      timestamp: '2026-11-20T12:00:00.123Z',
      localTimestamp: '2026-11-20T13:00:00.123+01:00',
      id: `f:00000000-aaaa-4bbb-8ccc-${String(made).padStart(12, '0')}`,
      channelId: 'msteams',
      serviceUrl,
      from: { id: from.teamsId, name: from.displayName, aadObjectId: from.id },
      conversation: conversation(from, where),
      recipient: { id: botId, name: tenant.app.name },
      entities: [
        { locale: 'en-US', country: 'US', platform: 'Web', timezone: 'Europe/Paris', type: 'clientInfo' },
      ],
      channelData: channelData(where),
      locale: 'en-US',
      localTimezone: 'Europe/Paris',
      ...more,
    };
  }

  function conversation(from: SandboxPerson, where: Where): Activity {
    if (where === 'personal')
      return { conversationType: 'personal', tenantId: tenant.id, id: personalChatId(from) };
    const id =
      where === 'groupChat'
        ? '19:00000000000000000000000000000abc@thread.v2'
        : `${where.channel};messageid=${where.rootId}`;
    const conversationType = where === 'groupChat' ? 'groupChat' : 'channel';
    return { isGroup: true, conversationType, tenantId: tenant.id, id };
  }

  function channelData(where: Where): Activity {
    if (typeof where === 'string') return { tenant: { id: tenant.id } };
    const team = tenant.teams.find(({ channels }) => channels.some(({ id }) => id === where.channel));
    return {
      teamsChannelId: where.channel,
      teamsTeamId: team?.id,
      channel: { id: where.channel },
      team: { id: team?.id },
      tenant: { id: tenant.id },
    };
  }

  /** What comes from a card's message names it. */
  const fromCard = (where: Where, replyToId: string): Activity => ({
    replyToId,
    channelData: {
      ...channelData(where),
      source: { name: 'message' },
      legacy: { replyToId: '1:1xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' },
    },
  });

  return {
    /** Any type, with what is special about it. */
    of: (type: string, from: SandboxPerson, more: Activity = {}, where: Where = 'personal') =>
      envelope(type, from, where, more),

    message: (from: SandboxPerson, text: string, more: Activity = {}) =>
      envelope('message', from, 'personal', {
        text,
        textFormat: 'plain',
        attachments: [{ contentType: 'text/html', content: '<p>…</p>' }],
        ...more,
      }),

    /** In a channel: the mention as Teams writes it, with its entity, blank and line break. */
    mention(from: SandboxPerson, where: Where, text: string): Activity {
      const mentioned = { id: botId, name: tenant.app.name };
      const said = envelope('message', from, where, {
        text: `<at>${tenant.app.name}</at>&nbsp;${text} \n`,
        textFormat: 'plain',
      });
      const mention = { mentioned, text: `<at>${tenant.app.name}</at>`, type: 'mention' };
      return { ...said, entities: [mention, ...(said['entities'] as unknown[])] };
    },

    /** Action.Submit: a message without text, whose value is the action's data with the inputs. */
    submit: (from: SandboxPerson, replyToId: string, value: unknown, where: Where = 'personal') =>
      envelope('message', from, where, { ...fromCard(where, replyToId), value }),

    invoke: (from: SandboxPerson, name: string, value: unknown, where: Where = 'personal') =>
      envelope('invoke', from, where, { name, value }),

    /** Action.Execute. */
    execute(from: SandboxPerson, replyToId: string, verb: unknown, data: unknown, where: Where = 'personal') {
      const action = { type: 'Action.Execute', title: 'Post', id: 'post', verb, data };
      const value = { action, trigger: 'manual' };
      return envelope('invoke', from, where, {
        ...fromCard(where, replyToId),
        name: 'adaptiveCard/action',
        value,
      });
    },
  };
}

export type Activities = ReturnType<typeof createActivities>;
