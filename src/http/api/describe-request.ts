import { CodedError } from '../../conversations/errors/coded-error.ts';
import { outlookLink } from '../../conversations/outlook-link.ts';
import type { ConversationRequest } from '../../conversations/request.ts';
import type { ApiParts } from './api-parts.ts';
import { requestUrl } from './request-url.ts';
import { isSubmitted } from './settled.ts';
import type { RequestBody } from './shapes/request-shape.ts';

/** A request as the API shows it to its author's apps. */
export function describeRequest(
  request: ConversationRequest,
  parts: Pick<ApiParts, 'publicUrl' | 'outlook'>,
): RequestBody {
  const { id, kind, created, alsoFound, place } = request;
  return {
    id,
    url: requestUrl(id, parts),
    kind: kind === 'group-thread' ? 'thread' : kind,
    state: isSubmitted(request) ? 'submitted' : request.state,
    ...openPoints(request),
    topic: request.topic,
    ...groupOf(request, parts.outlook),
    ...(created !== undefined && { created }),
    ...(alsoFound !== undefined && { alsoFound: [...alsoFound] }),
    receipt: place === undefined ? 'none' : 'chat',
    watch: kind !== 'reply' && request.watch !== false,
    attempts: request.attempts,
    createdAt: request.createdAt.toISOString(),
    updatedAt: request.updatedAt.toISOString(),
  };
}

/** What is not settled about it, and why. */
function openPoints({ waitingFor, reason, dueAt }: ConversationRequest): Partial<RequestBody> {
  const error = reason && new CodedError(reason.code, reason.details);
  return {
    ...(waitingFor !== undefined && { waitingFor }),
    ...(dueAt !== undefined && { nextAt: dueAt.toISOString() }),
    ...(error !== undefined && { reason: { code: error.code, title: error.says, detail: error.next } }),
  };
}

function groupOf({ target: { group } }: ConversationRequest, outlook: string): Partial<RequestBody> {
  if (group === undefined) return {};
  const { id, name, mail } = group;
  const link = outlookLink(outlook, mail);
  return { group: { id, name, mail }, ...(link !== undefined && { openInOutlook: link }) };
}
