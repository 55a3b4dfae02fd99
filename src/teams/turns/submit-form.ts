import { checkContent } from '../../conversations/check-content.ts';
import { checkForm } from '../../conversations/check-form.ts';
import { CodedError } from '../../conversations/errors/coded-error.ts';
import type { Form } from '../../conversations/ports/forms.ts';
import { sourceKey } from '../../conversations/source-key.ts';
import { cardMessage } from '../cards/card-message.ts';
import { similarCard } from '../cards/similar-card.ts';
import { contentOf } from '../forms/content-of.ts';
import { newForm, showForm } from '../forms/form-message.ts';
import { readInputs } from '../forms/read-inputs.ts';
import { answerReceipt } from '../receipts/answer-receipt.ts';
import type { ActionAnswer } from './action-answer.ts';
import type { TeamsParts } from './teams-parts.ts';
import type { Turn } from './turn.ts';

/**
 * A pressed form: checked on the server whatever the client checked, then started once for each form id.
 *
 * @returns what takes the form's place for the person who pressed: the receipt, the same form with what is wrong, or a new
 *   form with what was typed
 */
export async function submitForm(
  turn: Turn,
  data: Readonly<Record<string, unknown>>,
  parts: TeamsParts,
): Promise<ActionAnswer> {
  const { author, place } = turn;
  const shared = place.chatType !== 'personal';
  const formId = typeof data['formId'] === 'string' ? data['formId'] : '';
  const form = await parts.forms.find(formId);
  const refused = checkForm(form, { person: author, chatId: place.chatId, now: parts.clock.now() });
  if (form === undefined || refused !== undefined) {
    return offerNewForm(turn, { data, form, error: refused ?? new CodedError('FORM_UNKNOWN') }, parts);
  }
  const draft = readInputs(data, form.draft);
  const content = contentOf(draft);
  const problems = checkContent(content);
  const earlier = await parts.conversations.findBySource(sourceKey.form(form.id));
  if (problems.length > 0 && earlier === undefined) {
    await parts.forms.keepDraft(form.id, draft);
    const { card } = await showForm(form, { author, shared, draft, problems }, parts);
    return { kind: 'card', card };
  }
  const started = await parts.conversations.start({
    sourceKey: sourceKey.form(form.id),
    author,
    content,
    place,
    ...(turn.replyToId !== undefined && { cardId: turn.replyToId }),
  });
  if (started.similar && !started.request.forgotten) {
    return { kind: 'card', card: similarCard({ request: started.request, texts: parts.texts }) };
  }
  if (!started.sameContent) await keepOtherText(turn, draft, parts);
  const answer = await answerReceipt(started.request, parts);
  return answer.kind === 'card' ? { ...answer, shown: started.first } : answer;
}

/** A form that cannot be sent: another one, with what came with the press. */
async function offerNewForm(
  turn: Turn,
  press: { data: Readonly<Record<string, unknown>>; form: Form | undefined; error: CodedError },
  parts: TeamsParts,
): Promise<ActionAnswer> {
  const { author, place } = turn;
  // The form of another person or chat shows nothing of what was typed there, and stays where it is.
  const isTheirs = press.error.code === 'FORM_EXPIRED';
  const draft = readInputs(press.data, isTheirs ? press.form?.draft : undefined);
  const problems = [{ field: 'form' as const, error: press.error }];
  const shared = place.chatType !== 'personal';
  const { card } = await newForm({ author, chatId: place.chatId, shared, draft, problems }, parts);
  return { kind: 'card', card, apart: !isTheirs };
}

/** The form was sent before with another text: the receipt shows that one, and the other text gets a form of its own. */
async function keepOtherText(
  turn: Turn,
  draft: ReturnType<typeof readInputs>,
  parts: TeamsParts,
): Promise<void> {
  const { author, place } = turn;
  const problems = [{ field: 'form' as const, error: new CodedError('FORM_USED') }];
  const shared = place.chatType !== 'personal';
  const { card } = await newForm({ author, chatId: place.chatId, shared, draft, problems }, parts);
  await parts.messages.send(place, cardMessage(card));
}
