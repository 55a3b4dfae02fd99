import type { AdaptiveCard } from './card-element.ts';

/** One entry of a message extension's result list: what the list shows, and the card that is inserted. */
export interface ExtensionResult {
  title: string;
  text: string;
  card: AdaptiveCard;
}

/** What a search of a message extension came to. */
export type ExtensionSearch =
  | { kind: 'results'; results: ExtensionResult[] }
  | { kind: 'message'; text: string }
  | { kind: 'sign-in'; url: string }
  | { kind: 'error'; text: string };
