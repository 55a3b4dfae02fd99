import type { Draft } from './ports/forms.ts';

/** Whether it has to be said in which conversation: for a thread, and for a reply whose thread is not known yet. */
export function asksForConversation({ kind, threadId }: Pick<Draft, 'kind' | 'threadId'>): boolean {
  return kind === 'thread' || (kind === 'reply' && threadId === undefined);
}
