import { checkForm } from '../../conversations/check-form.ts';
import type { Draft, Form } from '../../conversations/ports/forms.ts';
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
 * gets one of their own, the same one when they press again, so that what they typed last is still there; an empty one unless
 * the form is offered to everybody. A form that was sent already gives way to an empty one.
 */
export async function openDialog(turn: Turn, value: unknown, parts: TeamsParts): Promise<DialogAnswer> {
  const { data } = (value ?? {}) as { data?: { formId?: unknown } };
  const asked = typeof data?.formId === 'string' ? data.formId : '';
  const form = await parts.forms.find(asked);
  const { chatId } = turn.place;
  if (form === undefined || !isHere(form, turn))
    return newDialogForm(turn, { chatId, draft: emptyDraft }, parts);
  const own = isTheirs(form, turn) ? form : await parts.forms.find(formIdFrom(causeOf(asked, turn)));
  if (own === undefined)
    return newDialogForm(turn, { chatId, draft: firstDraft(form), cause: causeOf(asked, turn) }, parts);
  const isSent = (await parts.conversations.findBySource(sourceKey.form(own.id))) !== undefined;
  if (isSent) return newDialogForm(turn, { chatId, draft: emptyOf(form) }, parts);
  const refused = checkForm(own, { person: turn.author, chatId, now: parts.clock.now() });
  if (refused !== undefined) return newDialogForm(turn, { chatId, draft: own.draft }, parts);
  return showDialogForm(turn, own, { draft: own.draft }, parts);
}

/** What is offered to a channel is found again in each of its threads. */
function isHere({ chatId, draft }: Form, { place, chatId: chat }: Turn): boolean {
  return chatId === place.chatId || (draft.offered === true && chatId === chat);
}

function isTheirs({ person, draft }: Form, { author }: Turn): boolean {
  return !draft.offered && personKey(person) === personKey(author);
}

/** With what somebody begins who opens the form of another. */
function firstDraft(form: Form): Draft {
  const { offered, ...offer } = form.draft;
  return offered ? offer : emptyOf(form);
}

/** A reply is to what its person has read; somebody else begins anew. */
function emptyOf({ draft }: Form): Draft {
  return { ...emptyDraft, kind: draft.kind === 'thread' ? 'thread' : 'conversation' };
}

function causeOf(formId: string, { author }: Turn): string {
  return `dialog|${formId}|${personKey(author)}`;
}
