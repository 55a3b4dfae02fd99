import type { Delivery } from '../channel/deliver.ts';
import type { AdaptiveCard } from './card-element.ts';
import { readSignInRequest } from './sign-in-request.ts';
import type { SignInRequest } from './sign-in-request.ts';

/** What the bot answered to `adaptiveCard/action`. */
export type CardAnswer =
  | { kind: 'card'; card: AdaptiveCard }
  | { kind: 'message'; text: string }
  | { kind: 'login'; request: SignInRequest }
  | { kind: 'sign-in-failed'; text: string }
  | { kind: 'error'; text: string };

const somethingWrong = 'Something went wrong. Please try again.';

/**
 * Reads the answer by the status in its body; HTTP itself has to say 200.
 * Source: Adaptive Cards, universal action model, "adaptiveCard/action Invoke activity", response format.
 */
export function readCardAnswer(delivery: Delivery): CardAnswer {
  if (delivery.status !== 200) return { kind: 'error', text: 'Unable to reach app. Please try again.' };
  const { statusCode, type, value } = (delivery.body ?? {}) as Record<string, unknown>;
  const answer = typeof type === 'string' ? readers[`${String(statusCode)} ${type}`]?.(value) : undefined;
  return answer ?? { kind: statusCode === 412 ? 'sign-in-failed' : 'error', text: readMessage(value) };
}

/** By status and type; each answers undefined for a value that does not fit. */
const readers: Record<string, (value: unknown) => CardAnswer | undefined> = {
  '200 application/vnd.microsoft.card.adaptive': (value) =>
    isRecord(value) ? { kind: 'card', card: value } : undefined,
  '200 application/vnd.microsoft.activity.message': (value) =>
    typeof value === 'string' ? { kind: 'message', text: value } : undefined,
  '401 application/vnd.microsoft.activity.loginRequest': (value) => {
    const request = readSignInRequest(value);
    return request === undefined ? undefined : { kind: 'login', request };
  },
};

function readMessage(value: unknown): string {
  return isRecord(value) && typeof value['message'] === 'string' ? value['message'] : somethingWrong;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
