import { createHash } from 'node:crypto';
import { asksForConversation } from '../../conversations/asks-for-conversation.ts';
import { formLifetime } from '../../conversations/check-form.ts';
import type { Author } from '../../conversations/person.ts';
import type { Draft, Form } from '../../conversations/ports/forms.ts';
import type { Problem } from '../../conversations/problem.ts';
import type { GroupSummary } from '../../conversations/ports/directory.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { formCard } from '../cards/form-card.ts';
import type { FormProblem } from '../cards/form-problem.ts';
import type { Texts } from '../texts/texts.ts';
import type { CardParts } from '../turns/teams-parts.ts';
import { conversationChoices } from './conversation-choices.ts';
import { groupChoice } from './group-choice.ts';
import { groupChoices } from './group-choices.ts';
import { personChoices } from './person-choices.ts';

/** A form card, ready to be shown, and whether its person should sign in to get choices in it. */
export interface FormMessage {
  form: Form;
  card: AdaptiveCard;
  signInNeeded: boolean;
}

export interface FormWish {
  author: Author;
  chatId: string;
  /** Others see the card too, so it says whose it is. */
  shared: boolean;
  draft: Draft;
  problems?: readonly Problem[];
  /** A line above the fields. */
  notice?: string;
  /** It stands in a dialog, not in a message. */
  dialog?: boolean;
  /** What the form's id is derived from, so that the same cause gives the same form; undefined: a fresh one. */
  cause?: string;
  /** How long it can be sent, in milliseconds; `formLifetime` unless told. */
  lifetime?: number;
}

/** Stores a new form with what was typed, and builds its card. */
export async function newForm(wish: FormWish, parts: CardParts): Promise<FormMessage> {
  return showForm(await storeForm(wish, parts), wish, parts);
}

/** Stores a new form; one of the same cause stays as it is. */
export async function storeForm(
  wish: Pick<FormWish, 'author' | 'chatId' | 'draft' | 'cause' | 'lifetime'>,
  parts: Pick<CardParts, 'forms' | 'ids' | 'clock'>,
): Promise<Form> {
  const now = parts.clock.now();
  const form: Form = {
    id: wish.cause === undefined ? parts.ids.hex() : formIdFrom(wish.cause),
    person: { tenantId: wish.author.tenantId, objectId: wish.author.objectId },
    chatId: wish.chatId,
    draft: wish.draft,
    createdAt: now,
    expiresAt: new Date(now.getTime() + (wish.lifetime ?? formLifetime)),
  };
  await parts.forms.put(form);
  return form;
}

/** The card of a form, with everything typed and each message at its field. */
export async function showForm(
  form: Form,
  wish: Pick<FormWish, 'author' | 'shared' | 'draft' | 'problems' | 'notice' | 'dialog'>,
  parts: CardParts,
): Promise<FormMessage> {
  const { draft } = wish;
  const [{ groups, signInNeeded, unlisted }, people] = await Promise.all([
    groupChoices(wish.author, draft.group, parts),
    personChoices(wish.author, draft.people, parts),
  ]);
  const withGroup = { ...draft, group: chosenGroup(groups, draft.group) };
  const named = asksForConversation(draft)
    ? await conversationChoices(wish.author, withGroup, parts)
    : undefined;
  const shown = { ...withGroup, ...(named !== undefined && { conversation: named.chosen }) };
  const card = formCard({
    formId: form.id,
    draft: shown,
    groups: groups.map(groupChoice),
    ...(named !== undefined && { conversations: named.choices }),
    people,
    problems: (wish.problems ?? []).map((problem) => formProblem(problem, parts.texts)),
    ...(wish.notice !== undefined && { notice: wish.notice }),
    ...(wish.dialog && { dialog: true }),
    ...(wish.dialog && signInNeeded && groups.length === 0 && { typesGroup: 'name' }),
    ...(unlisted && { typesGroup: 'id' }),
    texts: parts.texts,
    ...(wish.shared && { restrictedTo: wish.author.name }),
  });
  return { form, card, signInNeeded };
}

/** The id of the one group that was certainly meant, else what was typed: it stays visible until one is chosen. */
function chosenGroup(groups: readonly GroupSummary[], typed: string): string {
  const wanted = typed.trim().toLowerCase();
  const exact = groups.filter(
    ({ id, name, mail }) => id === wanted || name.toLowerCase() === wanted || mail?.toLowerCase() === wanted,
  );
  return exact.length === 1 ? (exact[0]?.id ?? typed) : typed;
}

/** A problem as its card shows it. */
export function formProblem({ field, error }: Problem, texts: Texts): FormProblem {
  return { ...texts.error(error), ...(field !== 'form' && { field }) };
}

/** The id of the form that a cause gives, 32 hex digits. */
export function formIdFrom(cause: string): string {
  return createHash('sha256').update(cause).digest('hex').slice(0, 32);
}
