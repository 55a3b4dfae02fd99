import { checkForm } from '../../conversations/check-form.ts';
import { personKey } from '../../conversations/person.ts';
import { sourceKey } from '../../conversations/source-key.ts';
import { formIdFrom } from '../forms/form-message.ts';
import { emptyDraft } from '../forms/open-form.ts';
import type { TeamsParts } from '../turns/teams-parts.ts';
import type { Turn } from '../turns/turn.ts';
import type { DialogAnswer } from './dialog-answer.ts';
import { newDialogForm, showDialogForm } from './dialog-form.ts';

/**
 * `task/fetch`: opens the form that a card's button names. Its own person gets it with everything in it; everybody else
 * gets one of their own, the same one when they press again, so that what they typed last is still there. A form that was
 * sent already gives way to an empty one.
 */
export async function openDialog(turn: Turn, value: unknown, parts: TeamsParts): Promise<DialogAnswer> {
  const { data } = (value ?? {}) as { data?: { formId?: unknown } };
  const asked = typeof data?.formId === 'string' ? data.formId : '';
  const form = await parts.forms.find(asked);
  const { chatId } = turn.place;
  if (form === undefined || form.chatId !== chatId)
    return newDialogForm(turn, { chatId, draft: emptyDraft }, parts);
  const theirs = personKey(form.person) === personKey(turn.author);
  const own = theirs ? form : await parts.forms.find(formIdFrom(causeOf(asked, turn)));
  // A reply is to what its person has read; somebody else begins anew.
  const kind = form.draft.kind === 'thread' ? 'thread' : 'conversation';
  const empty = { ...emptyDraft, kind } as const;
  if (own === undefined)
    return newDialogForm(turn, { chatId, draft: empty, cause: causeOf(asked, turn) }, parts);
  const isSent = (await parts.conversations.findBySource(sourceKey.form(own.id))) !== undefined;
  if (isSent) return newDialogForm(turn, { chatId, draft: empty }, parts);
  const refused = checkForm(own, { person: turn.author, chatId, now: parts.clock.now() });
  if (refused !== undefined) return newDialogForm(turn, { chatId, draft: own.draft }, parts);
  return showDialogForm(turn, own, { draft: own.draft }, parts);
}

function causeOf(formId: string, { author }: Turn): string {
  return `dialog|${formId}|${personKey(author)}`;
}
