import type { RequestKind } from '../../conversations/request.ts';
import type { Texts } from '../texts/texts.ts';

/** What a form is for, in a few words. */
export function formTitle(kind: RequestKind, { form }: Pick<Texts, 'form'>): string {
  if (kind === 'reply') return form.titleReply;
  return kind === 'thread' ? form.titleThread : form.titleConversation;
}
