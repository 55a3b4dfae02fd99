import type { Content } from '../../conversations/check-content.ts';
import { checkForm } from '../../conversations/check-form.ts';
import { CodedError } from '../../conversations/errors/coded-error.ts';
import type { Form } from '../../conversations/ports/forms.ts';
import type { ConversationRequest, ReceiptPlace } from '../../conversations/request.ts';
import { sourceKey } from '../../conversations/source-key.ts';
import { cardVerbs } from '../cards/card-verbs.ts';
import { groupName } from '../forms/group-name.ts';
import { plannedContent } from '../forms/planned-content.ts';
import { readInputs } from '../forms/read-inputs.ts';
import type { Submission } from './take-submission.ts';
import type { TeamsParts } from './teams-parts.ts';
import type { Turn } from './turn.ts';

/** What *Preview* leads to, and *Change*, which brings the form back with no problems in it. */
export type Preview =
  | Extract<Submission, { kind: 'no-form' | 'problems' }>
  /** The form was sent already. */
  | { kind: 'sent'; request: ConversationRequest }
  | { kind: 'preview'; form: Form; content: Content; place: ReceiptPlace; group: string };

/**
 * Checks a form as if it was sent, and starts nothing; what was typed is kept. The form stays the one that is sent, so
 * whichever of its cards is pressed first counts.
 */
export async function takePreview(
  { author, place }: Turn,
  data: Readonly<Record<string, unknown>>,
  chatId: string,
  parts: TeamsParts,
): Promise<Preview> {
  const form = await parts.forms.find(typeof data['formId'] === 'string' ? data['formId'] : '');
  const refused = checkForm(form, { person: author, chatId, now: parts.clock.now() });
  if (form === undefined || refused !== undefined) {
    const error = refused ?? new CodedError('FORM_UNKNOWN');
    // The form of another person or chat shows nothing of what was typed there.
    const theirs = error.code === 'FORM_EXPIRED';
    return { kind: 'no-form', draft: readInputs(data, theirs ? form?.draft : undefined), error, theirs };
  }
  const request = await parts.conversations.findBySource(sourceKey.form(form.id));
  if (request !== undefined) return { kind: 'sent', request };
  if (data['verb'] === cardVerbs.change) return { kind: 'problems', form, draft: form.draft, problems: [] };
  const draft = readInputs(data, form.draft);
  await parts.forms.keepDraft(form.id, draft);
  const { content, problems, place: shownIn } = plannedContent(draft, { place, now: parts.clock.now() });
  if (problems.length > 0) return { kind: 'problems', form, draft, problems };
  return {
    kind: 'preview',
    form,
    content,
    place: shownIn,
    group: (await groupName(author, draft.group, parts)) ?? parts.texts.receipt.chosenGroup,
  };
}
