import type { Server } from 'restify';
import { z } from 'zod';
import type { SandboxPerson } from '../tenant/tenant.ts';
import { cleanMailBody } from './clean-mail-body.ts';
import { composeMailBody } from './compose-mail-body.ts';
import type { PageOptions } from './page-options.ts';
import { pageRoute } from './page-route.ts';
import { visibleGroups } from './visible-groups.ts';

const content = {
  text: z.string().trim(),
  /** Inserted from the message extension. */
  cards: z.array(z.record(z.string(), z.unknown())).default([]),
};
const replyBody = z.object({ group: z.string(), thread: z.string(), ...content });
const newBody = z.object({ group: z.string(), topic: z.string().trim().min(1), ...content });
const deleteBody = z.object({ group: z.string(), conversation: z.string() });

/** What the Outlook view does: read a group's mailbox, write to it, answer in a thread, delete a conversation. */
export function mailRoutes(server: Server, { tenant, mailboxes }: PageOptions): void {
  const route = pageRoute(server, tenant);
  const allow = (person: SandboxPerson, groupId: string | undefined): string => {
    const group = visibleGroups(tenant, person).find((each) => each.id === groupId);
    if (group === undefined) throw new Error(`${person.displayName} may not read that group.`);
    return group.id;
  };

  route.get('mail', ({ person, query }) =>
    mailboxes.conversations(allow(person, query['group'])).map((conversation) => ({
      id: conversation.id,
      topic: conversation.topic,
      at: conversation.lastDeliveredDateTime,
      threads: conversation.threads.map((thread) => ({
        id: thread.id,
        topic: thread.topic,
        to: thread.toRecipients,
        cc: thread.ccRecipients,
        posts: thread.posts.map(({ id, sender, receivedDateTime, body, attachments }) => ({
          id,
          sender,
          at: receivedDateTime,
          body: cleanMailBody(body, attachments),
          attachments: attachments.map(({ name, contentType, size, isInline }) => ({
            ...{ name, contentType, size, isInline },
          })),
        })),
      })),
    })),
  );
  route.get('inbox', ({ person }) =>
    mailboxes.inbox(person.mail).map(({ from, subject, comment, body, at }) => ({
      ...{ from, subject, comment, at },
      body: cleanMailBody(body),
    })),
  );
  route.post('reply', ({ person, body }) => {
    const { group, thread, text, cards } = replyBody.parse(body);
    mailboxes.postAs(person.id, allow(person, group), thread, composeMailBody(text, cards));
  });
  route.post('new-mail', ({ person, body }) => {
    const { group, topic, text, cards } = newBody.parse(body);
    const sender = { name: person.displayName, address: person.mail };
    const post = { sender, body: composeMailBody(text, cards) };
    mailboxes.createConversation(allow(person, group), { topic, post });
  });
  route.post('delete-conversation', ({ person, body }) => {
    const { group, conversation } = deleteBody.parse(body);
    mailboxes.remove(allow(person, group), conversation);
  });
}
