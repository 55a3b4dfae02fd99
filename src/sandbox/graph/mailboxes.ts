import type { SandboxTenant } from '../tenant/tenant.ts';
import type { TenantProfile } from '../tenant/profile.ts';
import { cleanBody } from './clean-body.ts';
import { exchangeId } from './exchange-ids.ts';
import type { Address, Attachment, Conversation, ItemBody, Post, Thread } from './mailbox-items.ts';

/** A post as it was asked for; what is missing is empty. */
export interface NewPost extends Partial<
  Pick<Post, 'extendedProperties' | 'multiValueProperties' | 'extensions' | 'newParticipants' | 'inReplyTo'>
> {
  sender: Address;
  body: ItemBody;
  attachments?: Omit<Attachment, 'id'>[];
}

/** A thread as it was asked for; its first post's participants join its recipients. */
export interface NewThread {
  topic: string;
  toRecipients?: Address[];
  ccRecipients?: Address[];
  post: NewPost;
}

/** What happened to a conversation. */
export interface MailboxChange {
  kind: 'created' | 'updated' | 'deleted';
  conversationId: string;
  /** An answer in a thread that was there. */
  reply: boolean;
}

/** The groups' mailboxes: one truth for Graph and for the Outlook view. */
export interface Mailboxes {
  /** Newest first. */
  conversations(groupId: string): readonly Conversation[];
  /** Calls back with the group's id and what happened after every change; the function it answers ends that. */
  onChange(listener: (groupId: string, change: MailboxChange) => void): () => void;
  remove(groupId: string, conversationId: string): void;
  /** An answer written in Outlook. */
  postAs(personId: string, groupId: string, threadId: string, body: ItemBody): Post;
  createConversation(groupId: string, thread: NewThread): { conversation: Conversation; thread: Thread };
  createThread(groupId: string, conversation: Conversation, thread: NewThread): Thread;
  reply(groupId: string, thread: Thread, post: NewPost): Post;
  /** Puts a mail into the inboxes of the people it goes to. */
  forward(mail: Omit<PersonalMail, 'at'>): void;
  /** Calls back after each such mail with the addresses that it went to, in lower case; what it answers ends that. */
  onForward(listener: (addresses: readonly string[]) => void): () => void;
  /** What is in a person's own inbox, oldest first. */
  inbox(address: string): readonly PersonalMail[];
}

/** A mail that went to people, not to a group. */
export interface PersonalMail {
  readonly from: Address;
  readonly to: readonly Address[];
  readonly subject: string;
  readonly comment: string;
  readonly body: ItemBody;
  /** ISO 8601. */
  readonly at: string;
}

export interface MailboxesOptions {
  tenant: SandboxTenant;
  profile: () => TenantProfile;
  now: () => Date;
  /** Fresh unique texts. */
  ids: () => string;
}

export function createMailboxes({ tenant, profile, now, ids }: MailboxesOptions): Mailboxes {
  const byGroup = new Map<string, Conversation[]>();
  const forwarded: PersonalMail[] = [];
  const forwardListeners = new Set<(addresses: readonly string[]) => void>();
  const listeners = new Set<(groupId: string, change: MailboxChange) => void>();
  const held = (groupId: string): Conversation[] => byGroup.get(groupId) ?? [];

  const deliver = (groupId: string, conversation: Conversation, thread: Thread, wanted: NewPost): Post => {
    const post = newPost(wanted, groupAddress(tenant, groupId), now(), ids);
    thread.posts.push(post);
    addRecipients(thread, post.newParticipants);
    conversation.lastDeliveredDateTime = post.receivedDateTime;
    const others = held(groupId).filter((each) => each !== conversation);
    byGroup.set(groupId, [conversation, ...others]);
    const isNew = conversation.threads.length === 1 && thread.posts.length === 1;
    const change: MailboxChange = {
      kind: isNew ? 'created' : 'updated',
      conversationId: conversation.id,
      reply: thread.posts.length > 1,
    };
    for (const listener of listeners) listener(groupId, change);
    return post;
  };

  const createThread: Mailboxes['createThread'] = (groupId, conversation, wanted) => {
    const { topic, toRecipients = [], ccRecipients = [], post } = wanted;
    const to = [groupAddress(tenant, groupId), ...toRecipients];
    const id = exchangeId('thread', ids());
    const thread: Thread = { id, topic, createdAt: now(), toRecipients: to, ccRecipients, posts: [] };
    conversation.threads.push(thread);
    deliver(groupId, conversation, thread, post);
    return thread;
  };

  const mailboxes: Mailboxes = {
    forward(mail) {
      forwarded.push({ ...mail, at: now().toISOString() });
      const addresses = mail.to.map(({ address }) => address.toLowerCase());
      for (const listener of forwardListeners) listener(addresses);
    },
    onForward(listener) {
      forwardListeners.add(listener);
      return () => void forwardListeners.delete(listener);
    },
    inbox: (address) =>
      forwarded.filter(({ to }) => to.some((each) => each.address.toLowerCase() === address.toLowerCase())),
    conversations: held,
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    remove(groupId, conversationId) {
      byGroup.set(
        groupId,
        held(groupId).filter(({ id }) => id !== conversationId),
      );
      for (const listener of listeners) listener(groupId, { kind: 'deleted', conversationId, reply: false });
    },
    createConversation(groupId, wanted) {
      const older =
        profile().mergeRepeatedTopics && held(groupId).find(({ topic }) => same(topic, wanted.topic));
      const conversation: Conversation = older || {
        id: exchangeId('conversation', ids()),
        topic: wanted.topic,
        createdAt: now(),
        lastDeliveredDateTime: now().toISOString(),
        threads: [],
      };
      // What is merged is listed under the topic that was there.
      const thread = createThread(groupId, conversation, { ...wanted, topic: conversation.topic });
      return { conversation, thread };
    },
    createThread,
    reply(groupId, thread, post) {
      const conversation = held(groupId).find(({ threads }) => threads.includes(thread));
      if (conversation === undefined) throw new Error('The thread is in no conversation of this group.');
      return deliver(groupId, conversation, thread, post);
    },
    postAs(personId, groupId, threadId, body) {
      const person = tenant.people.find(({ id }) => id === personId);
      const thread = held(groupId)
        .flatMap(({ threads }) => threads)
        .find(({ id }) => id === threadId);
      if (person === undefined || thread === undefined) throw new Error('No such person or thread.');
      const sender = { name: person.displayName, address: person.mail };
      return mailboxes.reply(groupId, thread, { sender, body });
    },
  };
  return mailboxes;
}

function newPost(wanted: NewPost, from: Address, at: Date, ids: () => string): Post {
  const { sender, body, attachments = [], ...rest } = wanted;
  return {
    newParticipants: [],
    extendedProperties: [],
    multiValueProperties: [],
    extensions: [],
    ...rest,
    id: exchangeId('post', ids()),
    sender,
    from,
    receivedDateTime: at.toISOString(),
    body: cleanBody(body),
    attachments: attachments.map((each) => ({
      ...each,
      id: exchangeId('attachment', ids()),
    })),
  };
}

function groupAddress(tenant: SandboxTenant, groupId: string): Address {
  const group = tenant.groups.find(({ id }) => id === groupId);
  return { name: group?.displayName ?? '', address: group?.mail ?? '' };
}

function addRecipients(thread: Thread, people: Address[]): void {
  for (const person of people) {
    const known = [...thread.toRecipients, ...thread.ccRecipients].some((each) =>
      same(each.address, person.address),
    );
    if (!known) thread.toRecipients.push(person);
  }
}

function same(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}
