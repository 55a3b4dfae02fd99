import type { Sender } from './announcement.ts';

/** Whose people a sender tells: those of their own tenant. */
export function tenantOf(sender: Sender): string {
  return sender.kind === 'person' ? sender.person.tenantId : sender.tenantId;
}
