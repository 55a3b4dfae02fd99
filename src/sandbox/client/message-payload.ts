import type { ChatMessage } from '../channel/chat-message.ts';
import { formatChatAddress } from '../channel/chat-address.ts';
import type { SandboxTenant } from '../tenant/tenant.ts';
import { htmlCopy } from './html-copy.ts';

/** A message as a message action hands it over (Teams platform, "Define message extension action commands", payload). */
export function messagePayload(message: ChatMessage, tenant: SandboxTenant): Record<string, unknown> {
  const author = tenant.people.find(({ teamsId }) => teamsId === message.from.id);
  const user =
    author === undefined
      ? null
      : { userIdentityType: 'aadUser', id: author.id, displayName: author.displayName };
  const { id, chatId, rootId, text, sentAt, deleted } = message;
  return {
    linkToMessage: `https://teams.microsoft.com/l/message/${formatChatAddress({ chatId, rootId: undefined })}/${id}`,
    id,
    replyToId: rootId === undefined || rootId === id ? null : rootId,
    createdDateTime: sentAt.toISOString(),
    lastModifiedDateTime: null,
    deleted,
    subject: null,
    summary: null,
    importance: 'normal',
    locale: 'en-us',
    body: { contentType: 'html', content: htmlCopy(text) },
    from: { device: null, conversation: null, user, application: null },
    reactions: [],
    mentions: [],
    attachments: [],
  };
}
