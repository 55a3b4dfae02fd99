import type { Request, Response } from 'restify';
import type { GraphCall, GraphContext, GraphOperation } from './graph-context.ts';
import { GraphRefusal } from './graph-refusal.ts';
import { identifyCaller, type IdentifyOptions } from './identify-caller.ts';
import { readJsonBody } from './read-json-body.ts';

export type GraphHandler = (req: Request, res: Response) => Promise<void>;

/** Turns an operation into a restify handler: identifies the caller, answers in Graph's shapes. */
export function graphHandler(
  operation: GraphOperation,
  parts: { context: GraphContext; identify: IdentifyOptions; version: GraphCall['version'] },
): GraphHandler {
  const { context, identify, version } = parts;
  return async (req, res) => {
    const url = new URL(req.url ?? '/', `https://${req.headers.host ?? 'localhost'}`);
    const requestId = context.ids();
    res.setHeader('Date', context.now().toUTCString());
    res.setHeader('request-id', requestId);
    res.setHeader('client-request-id', req.header('client-request-id', requestId));
    try {
      const answer = await operation({
        context,
        version,
        caller: await identifyCaller(req.headers.authorization, identify),
        address: `${url.origin}${url.pathname}`,
        params: req.params as Record<string, string>,
        query: url.searchParams,
        header: (name) => req.header(name),
        body: () => readJsonBody(req),
      });
      if (answer.text === undefined) send(res, answer.status, answer.body);
      else sendText(res, answer.status, answer.text);
    } catch (error) {
      req.resume();
      const refusal = asRefusal(error);
      for (const [name, value] of Object.entries(refusal.headers)) res.setHeader(name, value);
      send(res, refusal.status, {
        error: {
          code: refusal.code,
          message: refusal.message,
          innerError: {
            date: context.now().toISOString().slice(0, 19),
            'request-id': requestId,
            'client-request-id': req.header('client-request-id', requestId),
          },
        },
      });
    }
  };
}

function asRefusal(error: unknown): GraphRefusal {
  if (error instanceof GraphRefusal) return error;
  return new GraphRefusal(
    500,
    'generalException',
    error instanceof Error ? error.message : 'General exception',
  );
}

function send(res: Response, status: number, body: object | undefined): void {
  res.statusCode = status;
  if (body === undefined) {
    res.end();
    return;
  }
  res.setHeader('Content-Type', 'application/json;odata.metadata=minimal;odata.streaming=true;charset=utf-8');
  res.end(JSON.stringify(body));
}

/** Graph begins such answers with a byte order mark. */
function sendText(res: Response, status: number, text: string): void {
  res.statusCode = status;
  res.setHeader('Content-Type', 'text/plain');
  res.end(`\uFEFF${text}`);
}
