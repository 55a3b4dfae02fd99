import type { Receiver } from '../../src/announcements/receiver.ts';
import type { CrowdWorld } from './crowd-world.ts';

/** What of a report is not as it is in the chats, one line for each. */
export function checkReport(
  { crowd, sender, unreachable, told }: CrowdWorld,
  text: string,
  report: readonly Receiver[],
): string[] {
  const receivers = new Map(report.map((each) => [each.id, each]));
  const problems = crowd.flatMap((id) => {
    const receiver = receivers.get(id);
    const messages = told(id, text);
    const why = unreachable.get(id);
    if (isTrue(receiver, { messages, why })) return [];
    const says = `${receiver?.state} ${receiver?.why ?? ''}`;
    return [`${id}: ${says} with ${messages} messages (${why ?? 'reachable'})`];
  });
  if (told(sender.person.objectId, text) > 0) problems.push('the sender was told');
  if (receivers.size !== crowd.length)
    problems.push(`${receivers.size} receivers instead of ${crowd.length}`);
  return problems;
}

function isTrue(
  receiver: Receiver | undefined,
  chat: { messages: number; why: string | undefined },
): boolean {
  switch (receiver?.state) {
    case 'delivered':
      return chat.messages === 1 && chat.why === undefined;
    case 'unreachable':
      return chat.messages === 0 && receiver.why === chat.why;
    case 'unconfirmed':
      return chat.messages <= 1;
    default:
      return false;
  }
}
