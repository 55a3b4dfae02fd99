import type { SandboxPerson, SandboxTenant } from './tenant.ts';

/**
 * Puts many people into the organisation, and all of them with the first person into the group *Everybody*. Their ids are
 * the same each time.
 *
 * @param count at most a million
 */
export function addCrowd(tenant: SandboxTenant, count: number): void {
  const [first] = tenant.people;
  const crowd = Array.from({ length: count }, (_, n) => member(n, tenant.domain));
  tenant.people.push(...crowd);
  tenant.groups.push({
    id: 'dddddddd-0000-4000-8000-0000000000ff',
    displayName: 'Everybody',
    description: 'So many that a notice to them takes its time',
    mail: `everybody@${tenant.domain}`,
    mailNickname: 'everybody',
    mailEnabled: true,
    securityEnabled: false,
    groupTypes: ['Unified'],
    visibility: 'Public',
    resourceProvisioningOptions: [],
    resourceBehaviorOptions: [],
    hideFromOutlookClients: false,
    memberIds: [...(first === undefined ? [] : [first]), ...crowd].map(({ id }) => id),
    ownerIds: first === undefined ? [] : [first.id],
  });
}

function member(n: number, domain: string): SandboxPerson {
  const digits = String(n).padStart(6, '0');
  const mail = `person${digits}@${domain}`;
  return {
    id: `c0000000-0000-4000-8000-000000${digits}`,
    displayName: `Person ${digits}`,
    mail,
    userPrincipalName: mail,
    teamsId: `29:1crowd-${digits}`,
    timeZone: 'Europe/Paris',
  };
}
