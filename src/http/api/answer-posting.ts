import type { Response } from 'restify';
import { CodedError } from '../../conversations/errors/coded-error.ts';
import type { ConversationRequest } from '../../conversations/request.ts';
import { answer } from '../server/answer.ts';
import type { ApiParts } from './api-parts.ts';
import { ApiRefusal } from './api-refusal.ts';
import { describeRequest } from './describe-request.ts';
import { requestUrl } from './request-url.ts';
import { seconds } from './seconds.ts';
import { isSubmitted } from './settled.ts';

type AnswerParts = Pick<ApiParts, 'publicUrl' | 'outlook' | 'clock'>;

/**
 * What a call that posts is answered with, the first time and every time it is sent again: 201 when it is there, a problem
 * when it is not, 202 while that is open.
 *
 * @throws ApiRefusal why it was refused, API_REQUEST_DISCARDED
 */
export function answerPosting(response: Response, request: ConversationRequest, parts: AnswerParts): void {
  const url = requestUrl(request.id, parts);
  if (request.state === 'refused') throw refusedAs(request, url);
  if (request.state === 'discarded') throw new ApiRefusal('API_REQUEST_DISCARDED', {}, { request: url });
  const done = request.state === 'created' && !isSubmitted(request);
  const wait = done ? undefined : waitOf(request, parts);
  answer(response, {
    status: done ? 201 : 202,
    headers: {
      'Content-Type': 'application/json',
      Location: url,
      ...(wait !== undefined && { 'Retry-After': seconds(wait) }),
    },
    body: JSON.stringify(describeRequest(request, parts)),
  });
}

function refusedAs({ reason }: ConversationRequest, url: string): CodedError {
  return new ApiRefusal(reason?.code ?? 'INTERNAL', reason?.details, { request: url });
}

/** When there may be news, in milliseconds; undefined while that is for a person to say. */
function waitOf({ state, dueAt }: ConversationRequest, { clock }: AnswerParts): number | undefined {
  if (state === 'accepted' || state === 'sending') return 1_000;
  return dueAt === undefined ? undefined : dueAt.getTime() - clock.now().getTime();
}
