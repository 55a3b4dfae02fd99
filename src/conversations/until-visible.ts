import type { CarryOutParts } from './carry-out-parts.ts';
import type { ConversationRequest } from './request.ts';

/**
 * How much longer what the last attempt may have posted can be there without being found, in milliseconds: new ids take
 * seconds to be readable (facts of Graph: about 5 s were reported), an accepted reply too. The third step of the settle
 * schedule is taken for long enough.
 */
export function untilVisible(
  { attemptedAt }: ConversationRequest,
  { settleSchedule, mailbox, clock }: Pick<CarryOutParts, 'settleSchedule' | 'mailbox' | 'clock'>,
): number {
  if (attemptedAt === undefined) return 0;
  const enough = settleSchedule[Math.min(2, settleSchedule.length - 1)] ?? 0;
  // Attempts are dated by Graph's clock where it is known.
  const now = mailbox.serverTime() ?? clock.now();
  return Math.max(0, attemptedAt.getTime() + enough - now.getTime());
}
