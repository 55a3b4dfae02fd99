import type { SandboxTenant } from '../tenant/tenant.ts';

/** Who has the app: people in their personal scope, group chats, teams for all of their channels; and who blocked the bot. */
export interface Installations {
  isInstalled(ownerId: string): boolean;
  /** @param ownerId a person's object id, or the id of a group chat or a team. Answers whether that changed anything. */
  install(ownerId: string): boolean;
  uninstall(ownerId: string): boolean;
  isBlocked(personId: string): boolean;
  /** The switch *Block* of a person's chat with the bot: what it sends is refused with 403. */
  block(personId: string): void;
  unblock(personId: string): void;
}

/** At the start every team and group chat has the app, and no person: they get it when they open the chat. */
export function createInstallations(tenant: SandboxTenant): Installations {
  const owners = new Set([...tenant.teams, ...tenant.groupChats].map(({ id }) => id));
  const blockers = new Set<string>();
  return {
    isInstalled: (ownerId) => owners.has(ownerId),
    install(ownerId) {
      const isNew = !owners.has(ownerId);
      owners.add(ownerId);
      return isNew;
    },
    uninstall: (ownerId) => owners.delete(ownerId),
    isBlocked: (personId) => blockers.has(personId),
    block: (personId) => void blockers.add(personId),
    unblock: (personId) => void blockers.delete(personId),
  };
}
