import { draftOf } from '../../conversations/draft-of.ts';
import { personKey, type Person } from '../../conversations/person.ts';
import { sourceKey } from '../../conversations/source-key.ts';
import type { Form } from '../../conversations/ports/forms.ts';
import { lookLost } from '../bodies/look-lost.ts';
import { cardVerbs } from '../cards/card-verbs.ts';
import { closedFormCard } from '../cards/closed-form-card.ts';
import { newForm } from '../forms/form-message.ts';
import { emptyDraft, openForm } from '../forms/open-form.ts';
import { readInputs } from '../forms/read-inputs.ts';
import type { ActionAnswer } from './action-answer.ts';
import { answerPress } from './answer-press.ts';
import { onAnnouncementAction } from './on-announcement-action.ts';
import { onForgetMe } from './on-forget.ts';
import { onHousekeeping } from './on-housekeeping.ts';
import { onListAction } from './on-list-action.ts';
import { onAgain, onChangePlan, onOrder, onSignIn, orderOf } from './on-order.ts';
import { onWatchAction } from './on-watch-action.ts';
import { previewForm } from './preview-form.ts';
import { submitForm } from './submit-form.ts';
import type { TeamsParts } from './teams-parts.ts';
import type { Turn } from './turn.ts';

/**
 * Does what a card's button says, whether it came as Action.Execute or as its Action.Submit fallback.
 *
 * @param data the action's data with the inputs merged in: anything a client may send
 */
export async function onCardAction(
  turn: Turn,
  verb: string,
  data: Readonly<Record<string, unknown>>,
  parts: TeamsParts,
): Promise<ActionAnswer> {
  switch (verb) {
    case cardVerbs.post:
      return submitForm(turn, data, parts);
    case cardVerbs.preview:
    case cardVerbs.change:
      return previewForm(turn, { ...data, verb }, parts);
    case cardVerbs.open:
      return openAgain(turn, data, parts);
    case cardVerbs.cancel:
      return cancel(turn, data, parts);
    case cardVerbs.again:
      return onAgain(turn, data, parts);
    case cardVerbs.changePlan:
      return onChangePlan(turn, data, parts);
    case cardVerbs.forgetMe:
      return onForgetMe(turn, parts);
    case cardVerbs.signIn:
      return onSignIn(turn, data, parts);
    default:
      return otherAction(turn, verb, data, parts);
  }
}

async function otherAction(
  turn: Turn,
  verb: string,
  data: Readonly<Record<string, unknown>>,
  parts: TeamsParts,
): Promise<ActionAnswer> {
  const order = orderOf(verb);
  if (order !== undefined) return onOrder(turn, order, data, parts);
  const kept = await onHousekeeping(turn, verb, data, parts);
  if (kept !== undefined) return kept;
  const listed = await onListAction(turn, verb, data, parts);
  if (listed !== undefined) return listed;
  const watched = await onWatchAction(turn, verb, data, parts);
  if (watched !== undefined) return watched;
  const announced = await onAnnouncementAction(turn, verb, data, parts);
  if (announced !== undefined) return announced;
  return data['topic'] === undefined && data['body'] === undefined
    ? { kind: 'unknown' }
    : keepTyped(turn, data, parts);
}

/** Puts a form away, with what was typed; one that was sent already shows what became of it instead. */
async function cancel(
  turn: Turn,
  data: Readonly<Record<string, unknown>>,
  parts: TeamsParts,
): Promise<ActionAnswer> {
  const form = await formIn(data, parts);
  if (form === undefined) return { kind: 'message', text: parts.texts.error({ code: 'FORM_UNKNOWN' }).says };
  if (personKey(form.person) !== personKey(turn.author))
    return { kind: 'message', text: parts.texts.error({ code: 'FORM_NOT_YOURS' }).says };
  const sent = await parts.conversations.findBySource(sourceKey.form(form.id));
  if (sent !== undefined) return answerPress(turn, sent, parts);
  await parts.forms.keepDraft(form.id, readInputs(data, form.draft));
  return { kind: 'card', card: closedFormCard({ texts: parts.texts, formId: form.id }) };
}

/** A new form in a card of its own: empty, or with what the person's own put-away form or refused request held. */
async function openAgain(
  turn: Turn,
  data: Readonly<Record<string, unknown>>,
  parts: TeamsParts,
): Promise<ActionAnswer> {
  const mine = (person: Person | undefined): boolean =>
    person !== undefined && personKey(person) === personKey(turn.author);
  const form = await formIn(data, parts);
  const request =
    typeof data['requestId'] === 'string' ? await parts.conversations.find(data['requestId']) : undefined;
  const draft =
    form !== undefined && mine(form.person)
      ? form.draft
      : request !== undefined && mine(request.author) && !request.forgotten
        ? draftOf(request)
        : emptyDraft;
  const isLost = request !== undefined && mine(request.author) && draft !== form?.draft && lookLost(request);
  await openForm(turn, { draft, ...(isLost && { notice: parts.texts.form.lookLost }) }, parts);
  return { kind: 'message', text: parts.texts.formOpened, shown: true };
}

/** A button that is not known, but text came with it: it goes into a new form. */
async function keepTyped(
  turn: Turn,
  data: Readonly<Record<string, unknown>>,
  parts: TeamsParts,
): Promise<ActionAnswer> {
  const { author, place } = turn;
  const shared = place.chatType !== 'personal';
  const draft = readInputs(data, undefined);
  const { card } = await newForm({ author, chatId: place.chatId, shared, draft }, parts);
  return { kind: 'card', card, apart: true };
}

async function formIn(data: Readonly<Record<string, unknown>>, parts: TeamsParts): Promise<Form | undefined> {
  return typeof data['formId'] === 'string' ? parts.forms.find(data['formId']) : undefined;
}
