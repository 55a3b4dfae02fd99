import { CodedError } from '../conversations/errors/coded-error.ts';
import type { Log } from '../conversations/ports/log.ts';
import type { Mailbox, Posting, PostingOutcome } from '../conversations/ports/mailbox.ts';
import type { GraphConnection } from './graph-connection.ts';
import type { PostOptions } from './post-json.ts';
import { postConversation } from './post-conversation.ts';
import { postConversationThread } from './post-conversation-thread.ts';

/** The groups' mailboxes behind Graph, as `conversations/` wants them. */
export function createMailbox({ log, ...connection }: GraphConnection & { log: Log }): Mailbox {
  return {
    async post(posting, options) {
      const started = performance.now();
      const outcome = await send(connection, posting, options);
      const ms = Math.round(performance.now() - started);
      const fields = { route: `POST ${posting.kind}`, state: outcome.kind, ms };
      if (outcome.kind === 'created') log.info(fields, 'Graph created a post');
      else log.warn({ ...fields, code: outcome.error.code, error: outcome.error }, 'no post was confirmed');
      return outcome;
    },
  };
}

async function send(
  connection: GraphConnection,
  posting: Posting,
  options: PostOptions,
): Promise<PostingOutcome> {
  const group = { kind: 'group', groupId: posting.groupId } as const;
  try {
    return posting.kind === 'conversation'
      ? await postConversation(connection, { ...posting, group }, options)
      : await postConversationThread(connection, { ...posting, group }, options);
  } catch (error) {
    // Thrown only while the request is put together: nothing was sent.
    if (error instanceof CodedError) return { kind: 'refused', error };
    return { kind: 'refused', error: new CodedError('INTERNAL', {}, { cause: error }) };
  }
}
