import type { GraphCall, GraphOperation } from './graph-context.ts';
import { GraphRefusal } from './graph-refusal.ts';

/**
 * The same operation below `/users/{id}/joinedGroups/{id}` or `/drive/root/createdByUser/joinedGroups/{id}`, which
 * exist in the beta schema only: the group must be one of that person's.
 *
 * @param userIdOf the person that the path names; the drive's owner is the caller
 */
export function aliasedOperation(
  operation: GraphOperation,
  userIdOf: (call: GraphCall) => string | undefined,
): GraphOperation {
  return (call) => {
    const wanted = userIdOf(call)?.toLowerCase();
    const { people, groups } = call.context.tenant;
    const person = people.find(({ id, userPrincipalName }) => id === wanted || userPrincipalName === wanted);
    const groupId = call.params['groupId']?.toLowerCase();
    const joined = groups.some(
      ({ id, memberIds }) => id === groupId && person && memberIds.includes(person.id),
    );
    if (joined) return operation(call);
    throw new GraphRefusal(
      404,
      'Request_ResourceNotFound',
      `Resource '${groupId}' does not exist in joinedGroups.`,
    );
  };
}
