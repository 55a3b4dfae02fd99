import type { AdaptiveCard, CardAction, CardInput } from './card-element.ts';
import { findElements } from './find-elements.ts';

export interface GatheredInputs {
  /** Values by input id, strings as Teams sends them; inputs that are empty and were never touched are left out. */
  values: Record<string, string>;
  /** The first input that the client itself refuses, with its message. */
  problem?: { inputId: string; message: string };
}

/**
 * What a press sends along: what the person typed over what the card filled in.
 *
 * Required and pattern are checked by the client before anything is sent, as in Teams; `associatedInputs: "none"`
 * skips both (Adaptive Cards 1.3, input validation).
 */
export function gatherInputs(
  card: AdaptiveCard,
  action: CardAction,
  typed: Readonly<Record<string, string>>,
): GatheredInputs {
  if (action.associatedInputs?.toLowerCase() === 'none') return { values: {} };
  const values: Record<string, string> = {};
  for (const input of findElements<CardInput>(card, 'Input.')) {
    const value = typed[input.id] ?? defaultValue(input);
    if (value !== undefined) values[input.id] = value;
    const message = objection(input, value);
    if (message !== undefined) return { values, problem: { inputId: input.id, message } };
  }
  return { values };
}

function defaultValue(input: CardInput): string | undefined {
  if (typeof input.value === 'string' || typeof input.value === 'number') return String(input.value);
  return input.type === 'Input.Toggle' ? (input.valueOff ?? 'false') : undefined;
}

function objection(input: CardInput, value = ''): string | undefined {
  const isMissing = input.isRequired === true && value === '';
  const isOff = input.regex !== undefined && value !== '' && !new RegExp(input.regex).test(value);
  return isMissing || isOff ? (input.errorMessage ?? 'This input is required.') : undefined;
}
