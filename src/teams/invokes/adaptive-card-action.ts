import type { InvokeResponse } from 'botbuilder';
import { onCardAction } from '../turns/on-card-action.ts';
import type { TeamsParts } from '../turns/teams-parts.ts';
import type { Turn } from '../turns/turn.ts';

/**
 * `adaptiveCard/action`: the HTTP status is always 200, the outcome's status stands in the body (universal action model;
 * Bot Framework's own handler puts it into the HTTP status).
 */
export async function adaptiveCardAction(
  turn: Turn,
  value: unknown,
  parts: TeamsParts,
): Promise<InvokeResponse> {
  const { action } = (value ?? {}) as { action?: { verb?: unknown; data?: unknown } };
  const data = typeof action?.data === 'object' && action.data !== null ? action.data : {};
  if (typeof action?.verb !== 'string') return answer(400, 'error', { code: '400', message: 'No verb' });
  const result = await onCardAction(turn, action.verb, data as Record<string, unknown>, parts);
  switch (result.kind) {
    case 'card':
      return answer(200, 'card', result.card);
    case 'message':
      return answer(200, 'message', result.text);
    case 'unknown':
      return answer(400, 'error', { code: '400', message: 'Unknown action' });
  }
}

const types = {
  card: 'application/vnd.microsoft.card.adaptive',
  message: 'application/vnd.microsoft.activity.message',
  error: 'application/vnd.microsoft.error',
} as const;

function answer(statusCode: number, type: keyof typeof types, value: unknown): InvokeResponse {
  return { status: 200, body: { statusCode, type: types[type], value } };
}
