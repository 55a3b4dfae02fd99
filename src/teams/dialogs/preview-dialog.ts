import { formTitle } from '../cards/form-title.ts';
import { previewCard } from '../cards/preview-card.ts';
import { takePreview } from '../turns/take-preview.ts';
import type { TeamsParts } from '../turns/teams-parts.ts';
import type { Turn } from '../turns/turn.ts';
import type { DialogAnswer } from './dialog-answer.ts';
import { newDialogForm, showDialogForm } from './dialog-form.ts';
import { endDialog } from './end-dialog.ts';
import type { DialogSubmission } from './submit-dialog.ts';

/** *Preview* and *Change* in a dialog. */
export async function previewDialog(
  turn: Turn,
  data: Readonly<Record<string, unknown>>,
  options: DialogSubmission,
  parts: TeamsParts,
): Promise<DialogAnswer> {
  const { texts } = parts;
  const { chatId } = options;
  const preview = await takePreview(turn, data, chatId, parts);
  switch (preview.kind) {
    case 'no-form': {
      const { draft, error } = preview;
      return newDialogForm(turn, { chatId, draft, problems: [{ field: 'form', error }] }, parts);
    }
    case 'problems':
      return showDialogForm(turn, preview.form, preview, parts);
    case 'sent':
      return endDialog(turn, preview.request, options, parts);
    case 'preview': {
      const { form, content, group } = preview;
      const { timeZone, locale } = preview.place;
      const card = previewCard({ formId: form.id, content, group, dialog: true, texts, timeZone, locale });
      return { kind: 'card', title: formTitle(content.kind, texts), card };
    }
  }
}
