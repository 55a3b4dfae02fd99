import type { InvokeResponse } from 'botbuilder';
import { onCardAction } from '../turns/on-card-action.ts';
import type { TeamsParts } from '../turns/teams-parts.ts';
import type { Turn } from '../turns/turn.ts';
import { cardActionAnswer } from './card-action-answer.ts';

/** `adaptiveCard/action`: a pressed `Action.Execute`. */
export async function adaptiveCardAction(
  turn: Turn,
  value: unknown,
  parts: TeamsParts,
): Promise<InvokeResponse> {
  const { action } = (value ?? {}) as { action?: { verb?: unknown; data?: unknown } };
  const data = typeof action?.data === 'object' && action.data !== null ? action.data : {};
  const verb = action?.verb;
  if (typeof verb !== 'string') return cardActionAnswer(400, 'error', { code: '400', message: 'No verb' });
  const result = await onCardAction(turn, verb, data as Record<string, unknown>, parts);
  switch (result.kind) {
    case 'card':
      return cardActionAnswer(200, 'card', result.card);
    case 'message':
      return cardActionAnswer(200, 'message', result.text);
    case 'unknown':
      return cardActionAnswer(400, 'error', { code: '400', message: parts.texts.oldButton });
  }
}
