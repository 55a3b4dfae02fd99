import type { InvokeResponse } from 'botbuilder';
import type { Choice } from '../cards/adaptive-card.ts';
import { groupChoice } from '../forms/group-choice.ts';
import { groupChoices } from '../forms/group-choices.ts';
import type { TeamsParts } from '../turns/teams-parts.ts';
import type { Turn } from '../turns/turn.ts';
import { searchAnswer } from './search-answer.ts';
import { searchConversationChoices } from './search-conversation-choices.ts';

/** Teams shows at most 15 results of a typeahead. */
const shown = 15;

/** `application/search`: choices of a field while somebody types; an empty text asks for the first ones. */
export async function searchChoices(turn: Turn, value: unknown, parts: TeamsParts): Promise<InvokeResponse> {
  const { queryText, dataset, data } = (value ?? {}) as Record<string, unknown>;
  const typed = typeof queryText === 'string' ? queryText : '';
  const inputs = typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {};
  return searchAnswer((await choicesOf(turn, { dataset, typed, inputs }, parts)).slice(0, shown));
}

async function choicesOf(
  turn: Turn,
  search: { dataset: unknown; typed: string; inputs: Readonly<Record<string, unknown>> },
  parts: TeamsParts,
): Promise<Choice[]> {
  switch (search.dataset) {
    case 'groups':
      return (await groupChoices(turn.author, search.typed, parts)).groups.map(groupChoice);
    case 'conversations':
      return searchConversationChoices(turn, search, parts);
    default:
      return [];
  }
}
