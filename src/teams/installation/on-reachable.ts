import type { Person } from '../../conversations/person.ts';
import type { TeamsParts } from '../turns/teams-parts.ts';

/** Somebody wrote to the bot or added it again: what could not be shown in their own chat goes on. */
export async function onReachable(
  person: Person,
  { reach, watches }: Pick<TeamsParts, 'reach' | 'watches'>,
): Promise<void> {
  if (await reach.regained(person)) await watches.reachable(person);
}
