import type { Directory } from './ports/directory.ts';
import type { Recipient } from './request.ts';

/**
 * Those of the recipients who are outside the organisation: neither of its domains nor of the group's own. Never throws; when
 * the domains cannot be read by `deadlineMs`, only the group's counts as inside.
 */
export async function findOutsiders(
  people: readonly Recipient[],
  groupMail: string,
  { directory, token, deadlineMs }: { directory: Directory; token: string; deadlineMs: number },
): Promise<readonly Recipient[]> {
  const strange = people.filter(({ address }) => domainOf(address) !== domainOf(groupMail));
  if (strange.length === 0) return strange;
  const domains = await directory.ownDomains(token, deadlineMs);
  return strange.filter(({ address }) => !domains.includes(domainOf(address)));
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}
