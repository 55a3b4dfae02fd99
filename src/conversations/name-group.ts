import { CodedError } from './errors/coded-error.ts';
import { isObjectId } from './is-object-id.ts';
import type { ConversationRequest } from './request.ts';

/** An error about a request's group, with its name: mailboxes know a group by its id only, people by its name. */
export function nameGroup(error: CodedError, { target }: Pick<ConversationRequest, 'target'>): CodedError {
  const group = target.group?.name ?? target.typedGroup;
  // An id says nothing to a person.
  if (isObjectId(group)) return error;
  return new CodedError(error.code, { group, ...error.details }, { cause: error, log: error.message });
}
