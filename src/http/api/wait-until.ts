import type { Request } from 'restify';
import type { ApiParts } from './api-parts.ts';

/** How often what is waited for is looked at, in milliseconds: any instance may be the one that moves it. */
const pause = 250;

/**
 * Looks again and again until it is enough, the time is over, the caller is gone or the server stops; answers what was
 * found last.
 */
export async function waitUntil<Found>(
  look: () => Promise<Found>,
  {
    isEnough,
    wait,
    request,
  }: {
    isEnough: (found: Found) => boolean;
    /** As the query has it: `10s`; not at all unless given. */
    wait: string | undefined;
    request: Request;
  },
  { timer, stopping }: Pick<ApiParts, 'timer' | 'stopping'>,
): Promise<Found> {
  const ms = Number.parseInt(wait ?? '0', 10) * 1_000;
  const gone = new AbortController();
  request.once('close', () => gone.abort());
  const ended = AbortSignal.any([gone.signal, stopping]);
  for (let waited = 0; ; waited += pause) {
    const found = await look();
    if (waited >= ms || isEnough(found) || ended.aborted) return found;
    await timer.wait(pause, ended);
  }
}
