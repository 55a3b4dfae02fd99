/** An Adaptive Card as JSON; the client itself understands only its actions and inputs. */
export type AdaptiveCard = Record<string, unknown>;

/** An action of a card, as far as the client reads it. */
export interface CardAction {
  type: string;
  id?: string;
  title?: string;
  verb?: string;
  data?: unknown;
  url?: string;
  associatedInputs?: string;
  fallback?: unknown;
}

/** An input of a card, as far as the client reads it. */
export interface CardInput {
  type: string;
  id: string;
  value?: unknown;
  valueOff?: string;
  isRequired?: boolean;
  errorMessage?: string;
  regex?: string;
  'choices.data'?: { type: string; dataset: string; associatedInputs?: string };
}
