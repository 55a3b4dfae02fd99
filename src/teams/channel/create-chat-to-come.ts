import type { ReceiptPlace } from '../../conversations/request.ts';

/** Somebody's own chat in a tenant of which no chat is known yet: where to make it. */
export type ChatToCome = (tenantId: string) => ReceiptPlace | undefined;

/**
 * The address is the cloud's own, from the settings alone: nothing that a person sends leads the bot's token there (Teams
 * platform, "Send proactive messages": the global service URL, for who has sent nothing yet).
 *
 * @param options.serviceUrl undefined where the cloud has none; then nothing can be made
 */
export function createChatToCome(options: { appId: string; serviceUrl: string | undefined }): ChatToCome {
  const { appId, serviceUrl } = options;
  return (tenantId) =>
    serviceUrl === undefined
      ? undefined
      : {
          ...{ channelId: 'msteams', serviceUrl, tenantId },
          ...{ chatId: '', chatType: 'personal', botId: `28:${appId}` },
        };
}
