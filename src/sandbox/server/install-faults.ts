import type { ServerResponse } from 'node:http';
import type { Next, Request, Server } from 'restify';
import type { Faults, Misfortune } from './faults.ts';
import { holdAnswer } from './hold-answer.ts';
import { outliveCaller } from './outlive-caller.ts';

type Held = Extract<Misfortune, { heldUntil: unknown }>;

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
    if (isHeld(fault.outcome)) {
      void goOnLater(req, fault.outcome, next);
      return;
    }
    meet(res, fault.outcome, { now, goOn: () => next() });
    if (typeof fault.outcome === 'object' && 'delayMs' in fault.outcome) return;
    // Nobody else will read the body; left unread it would keep the connection busy.
    req.resume();
  });
}

function isHeld(misfortune: Misfortune): misfortune is Held {
  return typeof misfortune === 'object' && 'heldUntil' in misfortune;
}

async function goOnLater(req: Request, held: Held, next: Next): Promise<void> {
  const whole = await outliveCaller(req);
  await goOnAfter(held, () => next(whole ? undefined : false));
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
  if (isHeld(misfortune)) {
    void goOnAfter(misfortune, parts.goOn);
    return;
  }
  if ('delayMs' in misfortune) {
    const timer = setTimeout(parts.goOn, misfortune.delayMs);
    res.once('close', () => clearTimeout(timer));
    return;
  }
  answerInstead(res, misfortune, parts.now());
}

async function goOnAfter({ heldUntil }: Held, goOn: () => void): Promise<void> {
  await heldUntil;
  goOn();
}

function answerInstead(res: ServerResponse, answer: Extract<Misfortune, { status: number }>, at: Date): void {
  const { status, headers = {}, body } = answer;
  for (const name of res.getHeaderNames()) res.removeHeader(name);
  res.setHeader('Date', at.toUTCString());
  const isText = typeof body === 'string';
  if (body !== undefined) res.setHeader('Content-Type', isText ? 'text/plain' : 'application/json');
  for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
  res.statusCode = status;
  res.end(isText || body === undefined ? body : JSON.stringify(body));
}
