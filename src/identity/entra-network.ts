import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from '@azure/msal-node';
import * as z from 'zod';
import { retryAfter } from '../conversations/retry-after.ts';

const success = z.looseObject({ access_token: z.string() });
const refusal = z.looseObject({ error: z.string() });

/** No longer than this is waited for Entra, whatever it asks for, in milliseconds. */
const longestWait = 3_600_000;

/** What Entra last answered: its HTTP status (0: no answer), and how long it asked to wait. */
export interface EntraStatus {
  readonly status: number;
  readonly retryAfterMs?: number;
}

export interface EntraNetwork extends INetworkModule {
  /** Undefined until something was sent: MSAL refused by itself, or answered from its cache. */
  last(): EntraStatus | undefined;
}

/**
 * MSAL's way to Entra: one request per call, a deadline, no redirects.
 * MSAL's errors carry neither the HTTP status nor `Retry-After`, so both are kept here.
 */
export function createEntraNetwork(options: { deadlineMs: number }): EntraNetwork {
  let last: EntraStatus | undefined;

  async function send<T>(
    method: 'GET' | 'POST',
    url: string,
    request: NetworkRequestOptions = {},
  ): Promise<NetworkResponse<T>> {
    last = { status: 0 };
    const response = await fetch(url, {
      method,
      redirect: 'error',
      signal: AbortSignal.timeout(options.deadlineMs),
      ...(request.headers === undefined ? {} : { headers: request.headers }),
      ...(method === 'POST' ? { body: request.body ?? '' } : {}),
    });
    const asked = retryAfter(response.headers);
    last = {
      status: response.status,
      ...(asked !== undefined && { retryAfterMs: Math.min(asked, longestWait) }),
    };
    const body = await readAnswer<T>(response).catch((error: unknown) => {
      // A good status with a proxy's page under it is no answer.
      if (response.ok) last = { status: 0 };
      throw error;
    });
    return { status: response.status, headers: Object.fromEntries(response.headers), body };
  }

  return {
    sendGetRequestAsync: (url, request) => send('GET', url, request),
    sendPostRequestAsync: (url, request) => send('POST', url, request),
    last: () => last,
  };
}

/**
 * The body, if it is one of the token endpoint's two kinds (RFC 6749 §5): MSAL takes any other for a success without a
 * token. What is thrown does not quote the body, as a parser's own message would.
 */
async function readAnswer<T>(response: Response): Promise<T> {
  const text = await response.text();
  try {
    return (response.ok ? success : refusal).parse(JSON.parse(text)) as T;
  } catch {
    throw new Error(`Entra answered ${response.status} without what the token endpoint answers`);
  }
}
