import { findConversation } from './find-conversation.ts';
import { findGroup } from './find-group.ts';
import type { Directory } from './ports/directory.ts';
import type { RequestKind, Target } from './request.ts';

/** The target with group and, for a thread, conversation filled in; throws what the two searches throw. */
export async function resolveTarget(
  directory: Directory,
  token: string,
  kind: RequestKind,
  target: Target,
): Promise<Target> {
  const { id, name, mail } = target.group ?? (await findGroup(directory, token, target.typedGroup));
  const group = { id, name, mail };
  if (kind !== 'thread') return { ...target, group };
  const found = await findConversation(directory, token, group, target.typedConversation ?? '');
  return { ...target, group, conversation: { id: found.id, topic: found.topic } };
}

/** Whether everything that the POST needs is known. */
export function isResolved(kind: RequestKind, target: Target): boolean {
  return target.group !== undefined && (kind !== 'thread' || target.conversation !== undefined);
}
