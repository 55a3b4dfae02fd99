import type { ActionData, CardAction } from './adaptive-card.ts';

export interface ExecuteOptions {
  readonly title: string;
  readonly verb: string;
  /** What comes back besides the verb and the card's inputs; public, and never trusted. */
  readonly data?: ActionData;
  readonly style?: 'positive';
  /** In the overflow menu: Teams shows six buttons of a card. */
  readonly secondary?: boolean;
  /** True for actions that want none of the card's inputs, and so are not held up by their checks. */
  readonly ignoresInputs?: boolean;
}

/**
 * An `Action.Execute` with an `Action.Submit` that carries the same data, for clients that know no universal
 * actions. The fallback works only inside an `ActionSet`.
 */
export function executeAction(options: ExecuteOptions): CardAction {
  const { title, verb, data, style, secondary, ignoresInputs } = options;
  const common = {
    title,
    data: { ...data, verb },
    ...(style && { style }),
    ...(secondary && { mode: 'secondary' as const }),
    ...(ignoresInputs && { associatedInputs: 'none' as const }),
  };
  return { type: 'Action.Execute', verb, ...common, fallback: { type: 'Action.Submit', ...common } };
}
