import type { ReceiptPlace } from '../../src/conversations/request.ts';
import { personalChatId } from '../../src/sandbox/channel/chats.ts';
import type { Sandbox } from '../../src/sandbox/start-sandbox.ts';
import type { SandboxPerson } from '../../src/sandbox/tenant/tenant.ts';

/** Somebody who writes in a personal chat, and signs in when a receipt asks for it. */
export function createAuthor(sandbox: Sandbox, person: SandboxPerson) {
  const { tenant, channel } = sandbox;
  const client = sandbox.clientOf(person.id);
  let signingIn: Promise<void> | undefined;
  const place: ReceiptPlace = {
    channelId: 'msteams',
    serviceUrl: channel.serviceUrl(),
    tenantId: tenant.id,
    chatId: personalChatId(person),
    chatType: 'personal',
    botId: channel.botId,
  };
  return {
    ...{ client, place },
    author: { tenantId: tenant.id, objectId: person.id, name: person.displayName },
    /** Once for all cases that ask at the same time. */
    signIn(): Promise<void> {
      signingIn ??= client
        .send('personal', 'sign in')
        .then(() => client.settled())
        .finally(() => (signingIn = undefined));
      return signingIn;
    },
  };
}

export type CaseAuthor = ReturnType<typeof createAuthor>;
