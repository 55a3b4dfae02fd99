import type { ChatRosters } from '../../announcements/ports/chat-rosters.ts';
import { CodedError } from '../../conversations/errors/coded-error.ts';
import type { Chats } from '../../conversations/ports/chats.ts';
import type { ReceiptPlace } from '../../conversations/request.ts';
import { readChannelError, type ChannelErrorKind } from './channel-error.ts';
import type { ConnectorClients } from './connector-clients.ts';

/** Definite: the bot is not there any more, or the person is not. */
const notThere: ReadonlySet<ChannelErrorKind> = new Set(['gone', 'not-installed', 'blocked', 'refused']);

/** Who is in a chat, as the channel's roster has it. A single member is asked for by object id, too. */
export function createChatRosters(parts: {
  clients: Pick<ConnectorClients, 'forServiceUrl'>;
  chats: Pick<Chats, 'newestShared'>;
}): ChatRosters {
  return {
    async has({ tenantId, chatId }, person) {
      const nowhere: ReceiptPlace = {
        ...{ channelId: 'msteams', chatType: 'channel', serviceUrl: '', botId: '' },
        ...{ tenantId, chatId },
      };
      const { serviceUrl } = await parts.chats.newestShared(nowhere);
      if (serviceUrl === '') return false;
      if (person === undefined) return true;
      try {
        const client = await parts.clients.forServiceUrl(serviceUrl);
        await client.conversations.getConversationMember(chatId, person.objectId);
        return true;
      } catch (error) {
        if (notThere.has(readChannelError(error).kind)) return false;
        throw new CodedError('API_TRY_LATER', {}, { cause: error });
      }
    },
  };
}
