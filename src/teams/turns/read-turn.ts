import type { Activity, TurnContext } from 'botbuilder';
import type { ReceiptPlace } from '../../conversations/request.ts';
import type { ConnectorClients } from '../channel/connector-clients.ts';
import { clientSettings } from './client-settings.ts';
import type { Turn } from './turn.ts';
import { withoutThread } from '../../conversations/without-thread.ts';

const guid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/**
 * Who and where, from an activity; undefined when nobody in particular did it (or nobody whom Entra knows).
 * The roster is asked when the activity does not name the person's object id.
 */
export async function readTurn(
  { activity }: Pick<TurnContext, 'activity'>,
  clients: ConnectorClients,
): Promise<Turn | undefined> {
  const place = readPlace(activity);
  if (place === undefined || activity.from?.id === undefined) return undefined;
  const objectId = activity.from.aadObjectId ?? (await askRoster(activity, place, clients));
  if (objectId === undefined || !guid.test(objectId)) return undefined;
  return {
    activityId: activity.id ?? '',
    author: {
      tenantId: place.tenantId,
      objectId: objectId.toLowerCase(),
      name: activity.from.name ?? '',
    },
    place,
    chatId: withoutThread(place.chatId),
    ...(activity.replyToId !== undefined && { replyToId: activity.replyToId }),
  };
}

/** Where an activity happened; undefined when it names no tenant. */
export function readPlace(activity: Activity): ReceiptPlace | undefined {
  const { tenant } = (activity.channelData ?? {}) as { tenant?: { id?: unknown } };
  const tenantId = tenant?.id ?? activity.conversation?.tenantId;
  if (typeof tenantId !== 'string' || !guid.test(tenantId)) return undefined;
  return {
    channelId: activity.channelId,
    serviceUrl: activity.serviceUrl,
    tenantId: tenantId.toLowerCase(),
    chatId: activity.conversation.id,
    chatType: chatType(activity),
    botId: activity.recipient?.id ?? '',
    ...accountOf(activity),
    ...clientSettings(activity),
  };
}

/** Ids of people begin with `29:` (Teams platform, "Conversation basics"); those of bots and of others do not. */
function accountOf({ from }: Activity): Pick<ReceiptPlace, 'accountId'> {
  const id: unknown = from?.id;
  return typeof id === 'string' && id.startsWith('29:') ? { accountId: id } : {};
}

function chatType({ conversation }: Activity): ReceiptPlace['chatType'] {
  const { conversationType, isGroup } = conversation;
  if (conversationType === 'channel' || conversationType === 'groupChat') return conversationType;
  if (conversationType === undefined && isGroup) return 'groupChat';
  return 'personal';
}

async function askRoster(
  activity: Activity,
  place: ReceiptPlace,
  clients: ConnectorClients,
): Promise<string | undefined> {
  try {
    const client = await clients.forServiceUrl(place.serviceUrl);
    const members = (await client.conversations.getConversationMembers(place.chatId)) as Iterable<{
      id?: string;
      aadObjectId?: string;
      objectId?: string;
    }>;
    for (const member of members) {
      if (member.id === activity.from.id) return member.aadObjectId ?? member.objectId;
    }
  } catch {
    // Without the roster nobody is known; the caller says so.
  }
  return undefined;
}
