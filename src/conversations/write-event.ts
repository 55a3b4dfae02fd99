import type { CarryOutParts } from './carry-out-parts.ts';
import type { ConversationRequest } from './request.ts';
import { takes, transition, type RequestEvent } from './transition.ts';

type WriteParts = Pick<CarryOutParts, 'ledger' | 'clock' | 'holder' | 'log' | 'countState'>;

/** Somebody else took the row after this hold had ended: the rest is theirs. */
export class HoldLost extends Error {}

/** How often a late success is written over what others wrote meanwhile. */
const tries = 20;

/**
 * Writes what an event makes of a request.
 *
 * @throws HoldLost when somebody else has written or holds it
 */
export async function writeEvent(
  request: ConversationRequest,
  event: RequestEvent,
  { ledger, clock, holder, log, countState }: WriteParts,
): Promise<ConversationRequest> {
  const written = await ledger.write(transition(request, event, clock.now()), holder);
  if (written === undefined) throw new HoldLost(`request ${request.id} is held by somebody else`);
  log.info(
    { request: written.id, kind: event.kind, state: written.state, code: written.reason?.code ?? '' },
    'request moved',
  );
  if (written.state !== request.state) countState?.(written.state);
  return written;
}

/** Writes that a request was created, whoever holds it by now and whatever they took it for: a success always wins. */
export async function writeSuccess(
  request: ConversationRequest,
  event: RequestEvent & { kind: 'created' },
  parts: WriteParts,
): Promise<ConversationRequest> {
  let current = request;
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    if (!takes(current, 'created')) return current;
    const written = await parts.ledger.writeOver(transition(current, event, parts.clock.now()));
    if (written !== undefined) {
      parts.log.info({ request: written.id, kind: event.kind, state: written.state }, 'request moved');
      if (written.state !== current.state) parts.countState?.(written.state);
      return written;
    }
    current = (await parts.ledger.find(request.id)) ?? current;
  }
  throw new HoldLost(`request ${request.id} changes too fast`);
}
