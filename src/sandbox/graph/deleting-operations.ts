import { findConversation } from './find-item.ts';
import { findMailbox } from './find-mailbox.ts';
import type { GraphOperation } from './graph-context.ts';
import { requirePermission } from './require-permission.ts';

/**
 * DELETEs by their path below the group's address: 204 with nothing in it. Graph's pages name permissions and not whose
 * conversation may be deleted; here every member and owner may delete each, as people do in the group's shared inbox,
 * and who only reads a public group, or posts to it from outside, may not.
 */
export const deletingOperations: Readonly<Record<string, GraphOperation>> = {
  '/conversations/:conversationId': (call) => {
    const { context, caller, params } = call;
    requirePermission(caller, 'writeConversations');
    const groupId = findMailbox(context, caller, params['groupId'], 'delete').id;
    context.mailboxes.remove(groupId, findConversation(context, groupId, params['conversationId']).id);
    return { status: 204 };
  },
};
