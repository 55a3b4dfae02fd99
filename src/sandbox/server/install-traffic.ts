import type { Server } from 'restify';
import { recordedBody } from './recorded-body.ts';
import { recordedFields } from './recorded-fields.ts';
import { serviceOf } from './service-of.ts';
import type { Traffic, TrafficEntry } from './traffic.ts';
import { watchBody } from './watch-body.ts';

/**
 * Records every request of this server, also those that no route takes.
 * Install it before the faults, so that requests that meet a fault are counted too.
 */
export function installTraffic(server: Server, traffic: Traffic, now: () => Date): void {
  server.pre((req, res, next) => {
    const url = new URL(req.url ?? '/', 'https://cloud.invalid');
    const entry: TrafficEntry = {
      at: now(),
      service: serviceOf(url.pathname),
      method: req.method ?? 'GET',
      path: url.pathname,
      query: recordedFields(url.searchParams),
    };
    traffic.add(entry);
    watchBody(req, (body) => {
      entry.requestBody = recordedBody(body, req.headers['content-type'] ?? '');
    });
    res.once('finish', () => {
      entry.status = res.statusCode;
    });
    next();
  });
}
