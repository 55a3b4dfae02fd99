import assert from 'node:assert/strict';
import type { JWTPayload } from 'jose';
import type { RequestBody } from '../../../src/http/api/shapes/request-shape.ts';
import { startBot } from '../../teams/replay/start-bot.ts';

/** What the API answered. */
export interface ApiAnswer {
  status: number;
  headers: Headers;
  text: string;
  /** Parsed, where there is any. */
  json: Partial<RequestBody> & {
    title?: string;
    code?: string;
    detail?: string;
    request?: string;
    errors?: { path: string; detail: string; code?: string }[];
  };
}

export interface ApiCall {
  /** The whole header; none when undefined is given. */
  authorization?: string | undefined;
  key?: string;
  body?: unknown;
  /** In place of `body`, as it is. */
  raw?: string | Uint8Array<ArrayBuffer>;
  headers?: Record<string, string>;
  origin?: string;
}

export const hello = { contentType: 'text', content: 'Hello all' } as const;

/** The whole bot on the local Microsoft 365, and another system that calls it as Ada. */
export async function startApi(settings: Record<string, string> = {}) {
  const bot = await startBot(() => ({ SETTLE_SCHEDULE: '200ms,600ms', API_RATE: '100000/h', ...settings }));
  const { entra } = bot.sandbox;
  const bearer = async (
    name: string,
    differences?: JWTPayload,
    lifetimeSeconds?: number,
  ): Promise<string> => {
    const options = {
      ...(differences !== undefined && { differences }),
      ...(lifetimeSeconds !== undefined && { lifetimeSeconds }),
    };
    return `Bearer ${await entra.issueApiToken(bot.person(name).id, options)}`;
  };
  const ada = await bearer('ada');
  /** Of the other app alone. */
  const appBearer = async (differences: JWTPayload = {}) =>
    `Bearer ${await entra.issueAppToken({ differences })}`;

  async function call(method: 'GET' | 'POST', path: string, given: ApiCall = {}): Promise<ApiAnswer> {
    const { authorization, key, body, raw, headers = {}, origin = bot.publicUrl } = given;
    const bearing = 'authorization' in given ? authorization : ada;
    const response = await fetch(path.startsWith('http') ? path : `${origin}/api/v1/${path}`, {
      method,
      headers: {
        ...(bearing !== undefined && { Authorization: bearing }),
        ...(method === 'POST' && { 'Content-Type': 'application/json' }),
        ...(key !== undefined && { 'Idempotency-Key': key }),
        ...headers,
      },
      ...(method === 'POST' && { body: raw ?? JSON.stringify(body) }),
    });
    const text = await response.text();
    const json = text.startsWith('{') ? (JSON.parse(text) as ApiAnswer['json']) : {};
    return { status: response.status, headers: response.headers, text, json };
  }

  let count = 0;
  return {
    ...{ bot, bearer, appBearer },
    get: (path: string, given?: ApiCall) => call('GET', path, given),
    /** Posts under a fresh key unless one is given. */
    post: (path: string, body: unknown, given: ApiCall = {}) =>
      call('POST', path, { key: `key-${(count += 1)}`, body, ...given }),
    /** The answer about a request once nothing more happens to it. */
    async settled(url: string | undefined): Promise<ApiAnswer> {
      for (;;) {
        const found = await call('GET', `${url}?wait=20s`);
        assert.equal(found.status, 200, found.text);
        if (['created', 'refused', 'discarded'].includes(found.json.state ?? '')) return found;
      }
    },
    /** POSTs that reached Graph. */
    posts: () => bot.traffic.list({ service: 'graph', method: 'POST' }).length,
    topics: (group = 'Finance') => bot.conversations(group).map(({ topic }) => topic),
    stop: () => bot.stop(),
  };
}

export type Api = Awaited<ReturnType<typeof startApi>>;
