import { checkForm } from '../../conversations/check-form.ts';
import type { Started } from '../../conversations/create-conversations.ts';
import { CodedError } from '../../conversations/errors/coded-error.ts';
import type { Draft, Form } from '../../conversations/ports/forms.ts';
import type { Problem } from '../../conversations/problem.ts';
import type { ReceiptPlace } from '../../conversations/request.ts';
import { sourceKey } from '../../conversations/source-key.ts';
import { plannedContent } from '../forms/planned-content.ts';
import { readInputs } from '../forms/read-inputs.ts';
import type { TeamsParts } from './teams-parts.ts';
import type { Turn } from './turn.ts';

export interface SubmissionOptions {
  /** To what the form is bound besides its person. */
  chatId: string;
  /** Where the receipt goes. */
  place: ReceiptPlace;
  /** The card that was answered and will show the receipt. */
  cardId?: string;
  /** Meant although the person has just posted the same there. */
  again?: boolean;
}

/** What a form that was sent leads to. */
export type Submission =
  /** It cannot be sent at all: what was typed goes into a new one. `theirs`: it was made for this person. */
  | { kind: 'no-form'; draft: Draft; error: CodedError; theirs: boolean }
  /** Something has to be mended first; what was typed is kept under the form. */
  | { kind: 'problems'; form: Form; draft: Draft; problems: Problem[] }
  /** Nothing was started: the same was posted a moment ago. */
  | { kind: 'similar'; form: Form; draft: Draft; started: Started }
  /** What it should have changed is not planned any more; what was typed is in the draft. */
  | { kind: 'too-late'; draft: Draft; started: Started }
  /** Stored, and carried out as far as a turn may take. */
  | { kind: 'started'; form: Form; draft: Draft; started: Started };

/** Checks a form on the server, whatever the client checked, and starts it once for each form id. */
export async function takeSubmission(
  turn: Turn,
  data: Readonly<Record<string, unknown>>,
  options: SubmissionOptions,
  parts: TeamsParts,
): Promise<Submission> {
  const { chatId } = options;
  const form = await parts.forms.find(typeof data['formId'] === 'string' ? data['formId'] : '');
  const refused = checkForm(form, { person: turn.author, chatId, now: parts.clock.now() });
  if (form !== undefined && refused === undefined) return submit(turn, { form, data }, options, parts);
  const error = refused ?? new CodedError('FORM_UNKNOWN');
  // The form of another person or chat shows nothing of what was typed there.
  const theirs = error.code === 'FORM_EXPIRED';
  return { kind: 'no-form', draft: readInputs(data, theirs ? form?.draft : undefined), error, theirs };
}

async function submit(
  { author }: Turn,
  { form, data }: { form: Form; data: Readonly<Record<string, unknown>> },
  { place, cardId, again }: SubmissionOptions,
  parts: TeamsParts,
): Promise<Submission> {
  const draft = readInputs(data, form.draft);
  const read = plannedContent(draft, { place, now: parts.clock.now() });
  const { content, problems } = read;
  const key = sourceKey.form(form.id);
  if (problems.length > 0 && (await parts.conversations.findBySource(key)) === undefined) {
    await parts.forms.keepDraft(form.id, draft);
    return { kind: 'problems', form, draft, problems };
  }
  const started = await parts.conversations.start({
    ...{ sourceKey: key, author, content, place: read.place },
    ...(form.draft.replaces !== undefined && { replaces: form.draft.replaces }),
    ...(cardId !== undefined && draft.notice === undefined && { cardId }),
    ...(again && { again }),
  });
  if (started.tooLate) return { kind: 'too-late', draft: withoutOld(draft), started };
  // Of a forgotten one nothing is left that could be shown.
  const similar = started.similar && !started.request.forgotten;
  return { kind: similar ? 'similar' : 'started', form, draft, started };
}

function withoutOld(draft: Draft): Draft {
  const { replaces: _, ...rest } = draft;
  return rest;
}
