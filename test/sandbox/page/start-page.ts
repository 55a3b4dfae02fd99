import restify from 'restify';
import { randomUUID } from 'node:crypto';
import type { MailboxesView, MailConversation, MailPost } from '../../../src/sandbox/page/mailboxes-view.ts';
import { mountPage } from '../../../src/sandbox/page/mount-page.ts';
import { listen } from '../../../src/sandbox/server/listen.ts';
import type { SandboxPerson } from '../../../src/sandbox/tenant/tenant.ts';
import { startClients } from '../client/start-clients.ts';
import type { ClientWorld } from '../client/start-clients.ts';

export interface PageWorld extends ClientWorld {
  pageOrigin: string;
  mail: TestMailboxes;
  consented: Set<string>;
  /** Fetches from the page's server; `json` is posted. */
  page(path: string, options?: { json?: unknown; headers?: Record<string, string> }): Promise<Response>;
  closePage(): Promise<void>;
}

/** Mailboxes as the Outlook view needs them. */
export interface TestMailboxes extends MailboxesView {
  put(groupId: string, sender: SandboxPerson, topic: string, body: MailPost['body']): MailConversation;
}

export async function startPage(): Promise<PageWorld> {
  const clients = await startClients();
  const { tenant } = clients;
  const mailboxes = createMailboxes(tenant.people);
  const consented = new Set<string>();
  const server = restify.createServer();
  const streams = mountPage(server, {
    tenant,
    mailboxes,
    pictureOf: (id) => clients.channel.files.picture(id),
    uploadOf: (id) => clients.channel.uploads.file(id),
    clientOf: (id) => clients.client(tenant.people.find((each) => each.id === id)?.mail.split('@')[0] ?? ''),
    apiToken: async () => '',
    appToken: async () => '',
    consents: {
      granted: (id) => (consented.has(id) ? ['User.Read'] : []),
      withdraw: (id) => void consented.delete(id),
    },
  });
  const pageOrigin = await listen(server, 0);
  const closePage = (): Promise<void> => {
    streams.close();
    return new Promise((resolve) => server.close(() => resolve()));
  };
  return Object.assign(clients, {
    pageOrigin,
    mail: mailboxes,
    consented,
    closePage,
    page: (path: string, { json, headers }: { json?: unknown; headers?: Record<string, string> } = {}) =>
      fetch(`${pageOrigin}${path}`, {
        headers: { ...(json === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
        ...(json === undefined ? {} : { method: 'POST', body: JSON.stringify(json) }),
      }),
  });
}

function createMailboxes(people: readonly SandboxPerson[]): TestMailboxes {
  const groups = new Map<string, MailConversation[]>();
  const listeners = new Set<(groupId: string) => void>();
  const tell = (groupId: string): void => {
    for (const listener of listeners) listener(groupId);
  };
  const post = (sender: SandboxPerson, body: MailPost['body']): MailPost => ({
    id: randomUUID(),
    sender: { name: sender.displayName, address: sender.mail },
    receivedDateTime: '2026-11-20T12:00:00Z',
    body,
    attachments: [],
  });
  const mailboxes: TestMailboxes = {
    inbox: () => [],
    onForward: () => () => {},
    conversations: (groupId) => groups.get(groupId) ?? [],
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    remove(groupId, conversationId) {
      groups.set(
        groupId,
        (groups.get(groupId) ?? []).filter((each) => each.id !== conversationId),
      );
      tell(groupId);
    },
    postAs(personId, groupId, threadId, body) {
      const sender = people.find((each) => each.id === personId);
      const thread = groups
        .get(groupId)
        ?.flatMap((each) => each.threads)
        .find((each) => each.id === threadId);
      if (sender === undefined || thread === undefined) throw new Error('There is no such thread.');
      (thread.posts as MailPost[]).push(post(sender, body));
      tell(groupId);
    },
    createConversation(groupId, { topic, post: { sender, body } }) {
      mailboxes.put(
        groupId,
        people.find(({ mail }) => mail === sender.address)!,
        topic,
        body,
      );
    },
    put(groupId, sender, topic, body) {
      const conversation = {
        id: randomUUID(),
        topic,
        lastDeliveredDateTime: '2026-11-20T12:00:00Z',
        threads: [
          { id: randomUUID(), topic, toRecipients: [], ccRecipients: [], posts: [post(sender, body)] },
        ],
      };
      groups.set(groupId, [conversation, ...(groups.get(groupId) ?? [])]);
      tell(groupId);
      return conversation;
    },
  };
  return mailboxes;
}
