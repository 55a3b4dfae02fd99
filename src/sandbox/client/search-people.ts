import type { SandboxTenant } from '../tenant/tenant.ts';
import type { Choice } from './search-choices.ts';

/** The organisation's people whose name or address begins, at any word, with what was typed. Values are object ids. */
export function searchPeople(tenant: SandboxTenant, text: string): Choice[] {
  const typed = text.trim().toLowerCase();
  return tenant.people
    .filter(({ displayName, mail }) =>
      [mail, displayName, ...displayName.split(' ')].some((each) => each.toLowerCase().startsWith(typed)),
    )
    .map(({ displayName, id }) => ({ title: displayName, value: id }));
}
