import { CodedError } from './errors/coded-error.ts';
import { findConversation } from './find-conversation.ts';
import { findGroup } from './find-group.ts';
import { isObjectId } from './is-object-id.ts';
import { nameGroup } from './name-group.ts';
import type { Directory } from './ports/directory.ts';
import type { RequestKind, Target } from './request.ts';

/**
 * The target with everything that the POST needs: the group; for a thread the conversation; for a reply the thread, which
 * is the newest one of the conversation that was named. Throws what the searches throw.
 */
export async function resolveTarget(
  directory: Directory,
  token: string,
  kind: RequestKind,
  target: Target,
): Promise<Target> {
  const { id, name, mail } = target.group ?? (await groupOf(directory, token, target.typedGroup));
  const group = { id, name, mail };
  if (kind !== 'thread' && (kind !== 'reply' || target.thread !== undefined)) return { ...target, group };
  try {
    const found = await findConversation(directory, token, group, target.typedConversation ?? '');
    const conversation = { id: found.id, topic: found.topic };
    if (kind === 'thread') return { ...target, group, conversation };
    const [newest] = await directory.threads(token, id, found.id);
    if (newest === undefined) throw new CodedError('CONVERSATION_NOT_FOUND', { conversation: found.topic });
    return { ...target, group, conversation, thread: { id: newest.id } };
  } catch (error) {
    // The directory knows the group by its id only.
    throw error instanceof CodedError ? nameGroup(error, { target: { ...target, group } }) : error;
  }
}

/** Whether everything that the POST needs is known. */
export function isResolved(kind: RequestKind, target: Target): boolean {
  if (target.group === undefined) return false;
  if (kind === 'reply') return target.thread !== undefined;
  return kind !== 'thread' || target.conversation !== undefined;
}

/** Of an id that may not be looked up nothing else is known: whether there is such a group is for the POST to say. */
async function groupOf(
  directory: Directory,
  token: string,
  typed: string,
): Promise<NonNullable<Target['group']>> {
  try {
    return await findGroup(directory, token, typed);
  } catch (error) {
    const id = typed.trim().toLowerCase();
    if (!(error instanceof CodedError) || error.code !== 'READ_PERMISSION_MISSING' || !isObjectId(id))
      throw error;
    return { id, name: id, mail: '' };
  }
}
