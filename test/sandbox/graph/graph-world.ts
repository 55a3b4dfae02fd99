import { createGraph, type Graph } from '../../../src/sandbox/graph/create-graph.ts';
import type { GraphClaims } from '../../../src/sandbox/graph/graph-claims.ts';
import { createContoso } from '../../../src/sandbox/tenant/contoso.ts';
import { lenientProfile, type TenantProfile } from '../../../src/sandbox/tenant/profile.ts';
import type { SandboxTenant } from '../../../src/sandbox/tenant/tenant.ts';
import { startCloud, type Cloud } from '../server/cloud.ts';

export const everyScope =
  'User.Read User.ReadBasic.All GroupMember.Read.All Group-Conversation.ReadWrite.All Group.ReadWrite.All';

/** The sandbox's Graph behind a real HTTPS server, with a clock and tokens that tests own. */
export interface GraphWorld extends Cloud {
  graph: Graph;
  tenant: SandboxTenant;
  /** Changed by tests between requests. */
  profile: TenantProfile;
  clock: { at: Date };
  /** An access token of this person (by alias); `changes` overwrite claims. */
  tokenOf(alias: string, changes?: Partial<GraphClaims>): string;
  groupId(alias: string): string;
}

export async function startGraphWorld(): Promise<GraphWorld> {
  const tenant = createContoso({ ssoHost: 'localhost', redirectUris: [] });
  const clock = { at: new Date('2027-03-01T09:00:00Z') };
  let serial = 0;
  let origin = '';
  const world = { profile: { ...lenientProfile } };
  const graph = createGraph({
    tenant,
    profile: () => world.profile,
    now: () => clock.at,
    ids: () => `00000000-0000-4000-8000-${String((serial += 1)).padStart(12, '0')}`,
    audiences: () => [origin],
    verify: (token) =>
      new Promise((resolve) => {
        resolve(JSON.parse(Buffer.from(token, 'base64url').toString()) as GraphClaims);
      }),
  });
  const cloud = await startCloud((server) => graph.mount(server));
  origin = cloud.origin;
  return Object.assign(world, cloud, {
    graph,
    tenant,
    clock,
    tokenOf(alias: string, changes: Partial<GraphClaims> = {}) {
      const claims: GraphClaims = {
        aud: origin,
        oid: idOf(tenant.people, ({ mail }) => mail.startsWith(`${alias}@`)),
        tid: tenant.id,
        scp: everyScope,
        appid: tenant.app.id,
        exp: clock.at.getTime() / 1000 + 3600,
        ...changes,
      };
      return Buffer.from(JSON.stringify(claims)).toString('base64url');
    },
    groupId: (alias: string) => idOf(tenant.groups, ({ mailNickname }) => mailNickname === alias),
  });
}

function idOf<Item extends { id: string }>(items: Item[], fits: (item: Item) => boolean): string {
  const item = items.find(fits);
  if (item === undefined) throw new Error('The tenant has no such item.');
  return item.id;
}
