import type { Log } from '../conversations/ports/log.ts';
import type { Receipts } from '../conversations/ports/receipts.ts';
import type { Watches } from './create-watches.ts';

/**
 * Receipts whose author begins to watch what was created. A created request is shown at least once, also after a restart,
 * and counts as shown only after this: so no watch is missed. The receipt itself never fails for it.
 */
export function watchWhatIsShown(receipts: Receipts, watches: Pick<Watches, 'started'>, log: Log): Receipts {
  return {
    async show(request) {
      const shown = await receipts.show(request);
      try {
        await watches.started(request);
      } catch (error) {
        log.error({ request: request.id, error }, 'what was started is not watched');
      }
      return shown;
    },
  };
}
