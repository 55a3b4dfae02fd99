import { findMailbox } from './find-mailbox.ts';
import type { GraphCall } from './graph-context.ts';
import { requirePermission, requirePerson } from './require-permission.ts';

/**
 * The id of the group whose mailbox the call writes to.
 *
 * @throws GraphRefusal 403 or 404 when the caller may not, or there is none.
 */
export function writableMailbox(call: GraphCall): string {
  requirePerson(call.caller);
  requirePermission(call.caller, 'writeConversations');
  return findMailbox(call.context, call.caller, call.params['groupId'], 'write').id;
}
