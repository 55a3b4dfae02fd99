import { checkContent } from '../../conversations/check-content.ts';
import { checkForm } from '../../conversations/check-form.ts';
import { CodedError } from '../../conversations/errors/coded-error.ts';
import { sourceKey } from '../../conversations/source-key.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { cardMessage } from '../cards/card-message.ts';
import { contentOf } from '../forms/content-of.ts';
import { newForm, showForm } from '../forms/form-message.ts';
import { readInputs } from '../forms/read-inputs.ts';
import { buildReceipt } from '../receipts/build-receipt.ts';
import type { TeamsParts } from './teams-parts.ts';
import type { Turn } from './turn.ts';

/**
 * A pressed form: checked on the server whatever the client checked, then started once for each form id.
 *
 * @returns the card that takes the form's place for the person who pressed: the receipt, the same form with what is
 *   wrong, or a new form with what was typed
 */
export async function submitForm(
  turn: Turn,
  data: Readonly<Record<string, unknown>>,
  parts: TeamsParts,
): Promise<{ card: AdaptiveCard; shown?: boolean }> {
  const { author, place } = turn;
  const shared = place.chatType !== 'personal';
  const formId = typeof data['formId'] === 'string' ? data['formId'] : '';
  const form = await parts.forms.find(formId);
  const refused = checkForm(form, { person: author, chatId: place.chatId, now: parts.clock.now() });
  if (form === undefined || refused !== undefined) {
    // Another person's form shows nothing of what that person typed.
    const mine = refused?.code === 'FORM_NOT_YOURS' ? undefined : form?.draft;
    const draft = readInputs(data, mine);
    const problems = [{ field: 'form' as const, error: refused ?? new CodedError('FORM_UNKNOWN') }];
    return newForm({ author, chatId: place.chatId, shared, draft, problems }, parts);
  }
  const draft = readInputs(data, form.draft);
  const content = contentOf(draft);
  const problems = checkContent(content);
  const earlier = await parts.conversations.findBySource(sourceKey.form(form.id));
  if (problems.length > 0 && earlier === undefined) {
    await parts.forms.keepDraft(form.id, draft);
    return showForm(form, { author, shared, draft, problems }, parts);
  }
  const started = await parts.conversations.start({
    sourceKey: sourceKey.form(form.id),
    author,
    content,
    place,
    ...(turn.replyToId !== undefined && { cardId: turn.replyToId }),
  });
  if (!started.sameContent) await keepOtherText(turn, draft, parts);
  return { card: await buildReceipt(started.request, parts), shown: started.first };
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
