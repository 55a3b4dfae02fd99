import type { ConversationRequest } from '../../conversations/request.ts';

/** Whether a reply was accepted by Microsoft 365 and has not been read in the mailbox yet. */
export function isSubmitted({ kind, state, created }: ConversationRequest): boolean {
  return kind === 'reply' && state === 'created' && created?.postId === undefined;
}

/** Whether nothing more is going to happen to a request. */
export function isSettled(request: ConversationRequest): boolean {
  if (isSubmitted(request)) return request.dueAt === undefined;
  return request.state === 'created' || request.state === 'refused' || request.state === 'discarded';
}
