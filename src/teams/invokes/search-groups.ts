import type { InvokeResponse } from 'botbuilder';
import { groupChoice } from '../forms/group-choice.ts';
import { groupChoices } from '../forms/group-choices.ts';
import type { TeamsParts } from '../turns/teams-parts.ts';
import type { Turn } from '../turns/turn.ts';
import { searchAnswer } from './search-answer.ts';

/** Teams shows at most 15 results of a typeahead. */
const shown = 15;

/** `application/search`: choices of a field while somebody types; an empty text asks for the first ones. */
export async function searchGroups(turn: Turn, value: unknown, parts: TeamsParts): Promise<InvokeResponse> {
  const { queryText, dataset } = (value ?? {}) as { queryText?: unknown; dataset?: unknown };
  const typed = typeof queryText === 'string' ? queryText : '';
  const { groups } = dataset === 'groups' ? await groupChoices(turn.author, typed, parts) : { groups: [] };
  return searchAnswer(groups.slice(0, shown).map(groupChoice));
}
