import { previewCard } from '../cards/preview-card.ts';
import { newForm, showForm } from '../forms/form-message.ts';
import type { ActionAnswer } from './action-answer.ts';
import { answerPress } from './answer-press.ts';
import { takePreview } from './take-preview.ts';
import type { TeamsParts } from './teams-parts.ts';
import type { Turn } from './turn.ts';

/** A form as Outlook will show it, with *Post* and *Change*; what cannot be posted comes back as the form. */
export async function previewForm(
  turn: Turn,
  data: Readonly<Record<string, unknown>>,
  parts: TeamsParts,
): Promise<ActionAnswer> {
  const { author, place } = turn;
  const { chatId } = place;
  const shared = place.chatType !== 'personal';
  const preview = await takePreview(turn, data, chatId, parts);
  switch (preview.kind) {
    case 'no-form': {
      const { draft, error, theirs } = preview;
      const problems = [{ field: 'form' as const, error }];
      const { card } = await newForm({ author, chatId, shared, draft, problems }, parts);
      return { kind: 'card', card, apart: !theirs };
    }
    case 'problems': {
      const { form, draft, problems } = preview;
      const { card } = await showForm(form, { author, shared, draft, problems }, parts);
      return { kind: 'card', card };
    }
    case 'sent':
      return answerPress(turn, preview.request, parts);
    case 'preview': {
      const { form, content, group } = preview;
      const { timeZone, locale } = preview.place;
      return {
        kind: 'card',
        card: previewCard({ formId: form.id, content, group, texts: parts.texts, timeZone, locale }),
      };
    }
  }
}
