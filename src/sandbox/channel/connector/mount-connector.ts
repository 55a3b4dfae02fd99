import restify from 'restify';
import type { Request, Response, Server } from 'restify';
import { deleteActivity, updateActivity } from './change-activity.ts';
import { checkBotToken } from './check-bot-token.ts';
import type { VerifyBotToken } from './check-bot-token.ts';
import type { ConnectorContext } from './connector-context.ts';
import { countOfChat, countOfCreation } from '../limits/count-request.ts';
import type { ChannelLimits, CountedRequest } from '../limits/create-channel-limits.ts';
import { ConnectorError, refuse } from './connector-error.ts';
import { createConversation } from './create-conversation.ts';
import { findChat } from './find-chat.ts';
import { getMember, listMembers, pageMembers } from './list-members.ts';
import { sendActivity } from './send-activity.ts';

/** Parameters of the routes; ids arrive decoded. */
interface Parameters {
  conversation: string;
  activity: string;
  member: string;
}

type Operation = (parameters: Parameters, request: Request) => { status: number; body?: unknown };
type Count = (parameters: Parameters, request: Request) => CountedRequest[];

/** Largest body that is read at all; what is too large for Teams is answered by the operation. */
const maxBodySize = 1024 * 1024;

/**
 * The Bot Connector's REST API under `/channel/{tenant}/`.
 * Paths and statuses: Bot Framework REST API reference, "Conversation operations".
 *
 * @param options.limits what every request with a good token is counted in
 */
export function mountConnector(
  server: Server,
  options: { verify: VerifyBotToken; context: ConnectorContext; limits: ChannelLimits },
): void {
  const { context, verify, limits } = options;
  const { tenant } = context;
  const base = `/channel/${tenant.id}/v3/conversations`;
  const conversation = `${base}/:conversation`;
  const activity = `${conversation}/activities/:activity`;
  const readBody = restify.plugins.bodyParser({ mapParams: false, maxBodySize });
  const readQuery = restify.plugins.queryParser({ mapParams: false });

  const answer = (count: Count, operation: Operation) => async (request: Request, response: Response) => {
    try {
      await checkBotToken(request, verify, tenant.app);
      const refused = limits.ask(count(request.params as Parameters, request));
      if (refused !== undefined) {
        if (refused.retryAfter !== undefined) response.setHeader('Retry-After', String(refused.retryAfter));
        throw refuse(429, 'Throttled', 'Too many requests.');
      }
      const { status, body } = operation(request.params as Parameters, request);
      response.send(status, body);
    } catch (error) {
      const refusal =
        error instanceof ConnectorError
          ? error
          : refuse(500, 'ServiceError', 'An unexpected error occurred.');
      response.send(refusal.status, refusal.body);
    }
  };

  const sending: Count = ({ conversation: id }) => countOfChat('send', id);
  const reading: Count = ({ conversation: id }) => countOfChat('members', id);
  server.post(
    base,
    readBody,
    answer(
      (_, request) => countOfCreation(context.chats, request.body),
      (_, request) => ({ status: 201, body: createConversation(context, request.body) }),
    ),
  );
  server.post(
    `${conversation}/activities`,
    readBody,
    readQuery,
    answer(sending, ({ conversation: id }, request) => ({
      status: 201,
      body: sendActivity(context, findChat(context, id), request.body, targetedBy(request)),
    })),
  );
  server.post(
    activity,
    readBody,
    answer(sending, ({ conversation: id, activity: replyToId }, request) => ({
      status: 201,
      body: sendActivity(context, findThread(context, id, replyToId), request.body),
    })),
  );
  server.put(
    activity,
    readBody,
    readQuery,
    answer(sending, ({ conversation: id, activity: activityId }, request) => ({
      status: 200,
      body: updateActivity(context, id, activityId, request.body, targetedBy(request)),
    })),
  );
  server.del(
    activity,
    readQuery,
    answer(sending, ({ conversation: id, activity: activityId }, request) => {
      deleteActivity(context, id, activityId, targetedBy(request));
      return { status: 200 };
    }),
  );
  const members: Operation = ({ conversation: id }) => ({ status: 200, body: listMembers(context, id) });
  server.get(`${conversation}/members`, answer(reading, members));
  server.get(`${activity}/members`, answer(reading, members));
  server.get(
    `${conversation}/members/:member`,
    answer(reading, ({ conversation: id, member }) => ({
      status: 200,
      body: getMember(context, id, member),
    })),
  );
  server.get(
    `${conversation}/pagedmembers`,
    readQuery,
    answer(reading, ({ conversation: id }, request) => ({
      status: 200,
      body: pageMembers(context, id, request.query),
    })),
  );
}

/** `?isTargetedActivity=true`: about a message that one person sees. */
function targetedBy({ query }: Request): { targeted: boolean } {
  return { targeted: (query as { isTargetedActivity?: unknown }).isTargetedActivity === 'true' };
}

/** Where an answer to an activity goes: in a channel into that activity's thread, whatever the conversation id says. */
function findThread(
  context: ConnectorContext,
  conversationId: string,
  replyToId: string,
): ReturnType<typeof findChat> {
  const place = findChat(context, conversationId);
  if (place.chat.kind !== 'channel') return place;
  return {
    chat: place.chat,
    rootId: place.rootId ?? context.messages.find(place.chat.id, replyToId)?.rootId,
  };
}
