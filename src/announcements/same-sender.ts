import type { Sender } from './announcement.ts';

/** Whether what one started is the other's: a person's whichever app asked for it, an app's own alone. */
export function sameSender(one: Sender, other: Sender): boolean {
  if (one.kind === 'person' && other.kind === 'person') {
    return one.person.tenantId === other.person.tenantId && one.person.objectId === other.person.objectId;
  }
  if (one.kind === 'app' && other.kind === 'app') {
    return one.tenantId === other.tenantId && one.client === other.client;
  }
  return false;
}
