import type { ServerResponse } from 'node:http';
import type { Server } from 'restify';
import type { Faults, Misfortune } from './faults.ts';
import { holdAnswer } from './hold-answer.ts';
import { outliveCaller } from './outlive-caller.ts';

/**
 * Makes requests of this server meet the faults that are switched on, whatever handlers it has.
 *
 * @param now the cloud's time, which a fault's answer has in `Date` like every other answer
 */
export function installFaults(server: Server, faults: Faults, now = (): Date => new Date()): void {
  server.pre((req, res, next) => {
    const path = new URL(req.url ?? '/', 'https://cloud.invalid').pathname;
    const fault = faults.take({ method: req.method ?? 'GET', path });
    if (fault === undefined) {
      next();
      return;
    }
    if (fault.when === 'after') {
      holdAnswer(res, (release) => meet(res, fault.outcome, { now, goOn: release }));
      next();
      return;
    }
    if (typeof fault.outcome === 'object' && 'heldUntil' in fault.outcome) {
      const { heldUntil } = fault.outcome;
      void outliveCaller(req).then(async (whole) => {
        await heldUntil;
        next(whole ? undefined : false);
      });
      return;
    }
    meet(res, fault.outcome, { now, goOn: () => next() });
    if (typeof fault.outcome === 'object' && 'delayMs' in fault.outcome) return;
    // Nobody else will read the body; left unread it would keep the connection busy.
    req.resume();
  });
}

/** @param parts.goOn what would have happened without the fault */
function meet(
  res: ServerResponse,
  misfortune: Misfortune,
  parts: { now: () => Date; goOn: () => void },
): void {
  if (misfortune === 'hang') return;
  if (misfortune === 'reset') {
    res.socket?.destroy();
    return;
  }
  if ('heldUntil' in misfortune) {
    void misfortune.heldUntil.then(parts.goOn);
    return;
  }
  if ('delayMs' in misfortune) {
    const timer = setTimeout(parts.goOn, misfortune.delayMs);
    res.once('close', () => clearTimeout(timer));
    return;
  }
  const { status, headers = {}, body } = misfortune;
  for (const name of res.getHeaderNames()) res.removeHeader(name);
  res.setHeader('Date', parts.now().toUTCString());
  const isText = typeof body === 'string';
  if (body !== undefined) res.setHeader('Content-Type', isText ? 'text/plain' : 'application/json');
  for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
  res.statusCode = status;
  res.end(isText || body === undefined ? body : JSON.stringify(body));
}
