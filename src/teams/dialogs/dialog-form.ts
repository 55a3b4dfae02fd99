import type { Draft, Form } from '../../conversations/ports/forms.ts';
import type { Problem } from '../../conversations/problem.ts';
import { formTitle } from '../cards/form-title.ts';
import { showForm, storeForm } from '../forms/form-message.ts';
import type { CardParts } from '../turns/teams-parts.ts';
import type { Turn } from '../turns/turn.ts';
import type { DialogAnswer } from './dialog-answer.ts';

export interface DialogFormWish {
  /** To what the form is bound besides its person. */
  chatId: string;
  draft: Draft;
  problems?: readonly Problem[];
  notice?: string;
  /** What the form's id is derived from, so that the same cause gives the same form; undefined: a fresh one. */
  cause?: string;
}

/** A new form of the person's own, as a dialog. */
export async function newDialogForm(
  { author }: Pick<Turn, 'author'>,
  wish: DialogFormWish,
  parts: CardParts,
): Promise<DialogAnswer> {
  return showDialogForm({ author }, await storeForm({ ...wish, author }, parts), wish, parts);
}

/** A form that is there, as a dialog, with this in it. */
export async function showDialogForm(
  { author }: Pick<Turn, 'author'>,
  form: Form,
  wish: Pick<DialogFormWish, 'draft' | 'problems' | 'notice'>,
  parts: CardParts,
): Promise<DialogAnswer> {
  const { card } = await showForm(form, { ...wish, author, shared: false, dialog: true }, parts);
  return { kind: 'card', title: formTitle(wish.draft.kind, parts.texts), card };
}
