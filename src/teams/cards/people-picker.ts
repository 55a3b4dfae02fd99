import { splitPeople } from '../forms/split-people.ts';
import type { Choice, InputChoiceSet } from './adaptive-card.ts';
import { escapeCardText } from './escape-card-text.ts';

/**
 * People of the organisation, served by Teams itself (Teams platform, "People Picker in Adaptive Cards"): values are object
 * ids. Candidates for a name that was not clear are choices of their own, with their addresses as values.
 *
 * @param options.people as typed and chosen
 */
export function peoplePicker({
  label,
  people,
  candidates,
}: {
  label: string;
  people: string;
  candidates: readonly Choice[];
}): InputChoiceSet {
  const { chosen } = splitPeople(people);
  return {
    type: 'Input.ChoiceSet',
    id: 'peopleIds',
    label,
    isMultiSelect: true,
    choices: candidates.map(({ title, value }) => ({ title: escapeCardText(title), value })),
    'choices.data': { type: 'Data.Query', dataset: 'graph.microsoft.com/users' },
    ...(chosen.length > 0 && { value: chosen.join(',') }),
  };
}
