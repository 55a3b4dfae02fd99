import type { CardAction } from './adaptive-card.ts';
import type { ExecuteOptions } from './execute-action.ts';

/** A button of a dialog: it comes back as `task/submit` or `submitAction`, with its verb in the data. */
export function dialogSubmit({ title, verb, data, style, ignoresInputs }: ExecuteOptions): CardAction {
  return {
    type: 'Action.Submit',
    title,
    data: { ...data, verb },
    ...(style && { style }),
    ...(ignoresInputs && { associatedInputs: 'none' as const }),
  };
}
