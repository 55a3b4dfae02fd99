import type { GraphWorld } from './graph-world.ts';

/** What Graph answered. */
export interface Answer {
  status: number;
  headers: Headers;
  body: Record<string, unknown>;
  error: { code: string; message: string };
}

/** One request with plain fetch, as Ada unless told otherwise. */
export async function ask(
  world: GraphWorld,
  path: string,
  options: { token?: string; body?: unknown; headers?: Record<string, string>; method?: string } = {},
): Promise<Answer> {
  const { token = world.tokenOf('ada'), body, headers = {} } = options;
  const response = await fetch(`${world.origin}${path}`, {
    method: options.method ?? (body === undefined ? 'GET' : 'POST'),
    headers: {
      ...(token !== '' && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const json = (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>;
  const error = (json['error'] ?? { code: '', message: '' }) as Answer['error'];
  return { status: response.status, headers: response.headers, body: json, error };
}

/** The smallest body that starts a conversation. */
export function conversationBody(topic: string, content = 'Hello', more: object = {}): object {
  return { topic, threads: [{ posts: [{ body: { contentType: 'html', content }, ...more }] }] };
}
