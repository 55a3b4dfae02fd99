import type { Sender } from '../../../announcements/announcement.ts';
import type { AppCaller, PersonCaller } from '../../../conversations/ports/callers.ts';

/** Whose notices a caller's are. */
export function senderOf(caller: PersonCaller | AppCaller): Sender {
  const { client } = caller;
  if (caller.kind === 'person') return { kind: 'person', person: caller.person, client };
  return { kind: 'app', tenantId: caller.tenantId, client, name: caller.name };
}
