import {
  AuthenticationHandler,
  Client,
  GraphClientError,
  type GraphRequest,
  HTTPMessageHandler,
  ResponseType,
  type Context,
  type Middleware,
} from '@microsoft/microsoft-graph-client';
import type { GraphConnection } from './graph-connection.ts';
import type { GraphReply } from './graph-reply.ts';

export interface GraphCall {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below the version, segments and query already encoded: `/groups/{id}/conversations?$top=50`. */
  path: string;
  token: string;
  /** Milliseconds from now until the request is given up, body of the answer included. */
  deadlineMs: number;
  headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  body?: object;
}

/**
 * Sends exactly one request and never throws. The client's default chain would repeat a POST on 429, 503 and 504 and
 * resend its body on redirects (measured with 3.0.7), so the chain is authentication and HTTP alone, and redirects are
 * answers like any other.
 */
export async function callGraph(
  { endpoint, version, serverTime }: GraphConnection,
  call: GraphCall,
): Promise<GraphReply> {
  const authentication = new AuthenticationHandler({ getAccessToken: () => Promise.resolve(call.token) });
  const client = Client.initWithMiddleware({
    baseUrl: endpoint,
    defaultVersion: version,
    // Host without port, or the request would leave without its token and without a word.
    customHosts: new Set([new URL(endpoint).hostname]),
    middleware: [authentication, keepCause(new HTTPMessageHandler())],
  });
  const request = client
    .api(call.path)
    .headers({ ...call.headers })
    .options({ redirect: 'manual', signal: AbortSignal.timeout(call.deadlineMs) })
    .responseType(ResponseType.RAW);
  try {
    const response = await send(request, call);
    serverTime?.learn(response.headers);
    return {
      kind: 'answer',
      status: response.status,
      headers: response.headers,
      body: await readJson(response),
    };
  } catch (error) {
    const cause: unknown = error instanceof GraphClientError ? error.customError : undefined;
    return { kind: 'silence', error: cause ?? error };
  }
}

/** Asked for the raw answer, the client gives it whatever the status is; its types do not say so. */
async function send(request: GraphRequest, { method, body }: GraphCall): Promise<Response> {
  if (method === 'POST') return (await request.post(body)) as Response;
  if (method === 'PATCH') return (await request.patch(body)) as Response;
  return (await (method === 'DELETE' ? request.delete() : request.get())) as Response;
}

/** The client turns network errors into its own and drops their cause, which says whether anything was sent. */
function keepCause(http: Middleware): Middleware {
  return {
    async execute(context: Context) {
      try {
        await http.execute(context);
      } catch (error) {
        throw Object.assign(new GraphClientError('Graph did not answer.'), { customError: error });
      }
    },
  };
}

/** The status decides; a body that breaks off or is no JSON is none. */
async function readJson(response: Response): Promise<unknown> {
  try {
    const text = await response.text();
    return text === '' ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}
