import { CodedError } from '../conversations/errors/coded-error.ts';
import type { Log } from '../conversations/ports/log.ts';
import type { Mailbox, Posting, PostingOutcome } from '../conversations/ports/mailbox.ts';
import { deleteConversation } from './delete-conversation.ts';
import type { GraphConnection } from './graph-connection.ts';
import type { PostOptions } from './post-json.ts';
import { postConversation } from './post-conversation.ts';
import { postConversationThread } from './post-conversation-thread.ts';
import { postGroupThread } from './post-group-thread.ts';
import { replyToThread } from './reply-to-thread.ts';
import { createServerTime } from './server-time.ts';

/**
 * The groups' mailboxes behind Graph, as `conversations/` wants them.
 *
 * @param options.serverTime shared with the directory and the lookout, it learns from their answers as well
 */
export function createMailbox(options: GraphConnection & { log: Log }): Mailbox {
  const { endpoint, version, log, serverTime = createServerTime() } = options;
  const connection = { endpoint, version, serverTime };
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
    deleteConversation: (target, token) => deleteConversation(connection, target, token),
    serverTime: () => serverTime.now(),
  };
}

async function send(
  connection: GraphConnection,
  posting: Posting,
  options: PostOptions,
): Promise<PostingOutcome> {
  try {
    return await sendKind(connection, posting, options);
  } catch (error) {
    // Thrown only while the request is put together: nothing was sent.
    if (error instanceof CodedError) return { kind: 'refused', error };
    return { kind: 'refused', error: new CodedError('INTERNAL', {}, { cause: error }) };
  }
}

function sendKind(
  connection: GraphConnection,
  posting: Posting,
  options: PostOptions,
): Promise<PostingOutcome> {
  const { groupId } = posting;
  const group = { kind: 'group', groupId } as const;
  switch (posting.kind) {
    case 'conversation':
      return postConversation(connection, { ...posting, group }, options);
    case 'group-thread':
      return postGroupThread(connection, { ...posting, group }, options);
    case 'thread':
      return postConversationThread(connection, { ...posting, group }, options);
    case 'reply': {
      const thread = { groupId, threadId: posting.threadId };
      return replyToThread(connection, { ...posting, thread }, options);
    }
  }
}
