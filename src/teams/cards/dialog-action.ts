import type { SubmitAction } from './adaptive-card.ts';

/**
 * A button that opens a form as a dialog (`task/fetch`; Teams platform, "Adaptive Cards in dialogs"). The form's own person
 * gets that form, everybody else one of their own.
 */
export function dialogAction({ title, formId }: { title: string; formId: string }): SubmitAction {
  return {
    type: 'Action.Submit',
    title,
    style: 'positive',
    data: { msteams: { type: 'task/fetch' }, formId },
    associatedInputs: 'none',
  };
}
