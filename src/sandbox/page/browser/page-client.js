import { say } from './say.js';

/** Who this tab is: the part of the address before the `@`, kept in the page's own address. */
export const who = new URLSearchParams(location.search).get('as') ?? 'ada';

/**
 * Asks the page's server.
 *
 * @param {string} name
 * @param {Record<string, string>} [query]
 * @returns {Promise<any>}
 */
export function read(name, query = {}) {
  return answer(fetch(`/page/${encodeURIComponent(who)}/${name}?${new URLSearchParams(query)}`));
}

/**
 * Tells the page's server to do something.
 *
 * @param {string} name
 * @param {unknown} [body]
 * @returns {Promise<any>}
 */
export function tell(name, body = {}) {
  const headers = { 'content-type': 'application/json' };
  const request = { method: 'POST', headers, body: JSON.stringify(body) };
  return answer(fetch(`/page/${encodeURIComponent(who)}/${name}`, request));
}

/**
 * Listens to what changes for this person; `hello` comes whenever the connection stands (again).
 *
 * @param {{ hello: () => void, chat: (id: string) => void, mail: (groupId: string) => void, inbox: () => void,
 *   dialog: () => void, lost: () => void }} on
 */
export function listen(on) {
  const events = new EventSource(`/page/${encodeURIComponent(who)}/events`);
  events.addEventListener('hello', () => on.hello());
  events.addEventListener('chat', (event) => on.chat(JSON.parse(event.data).chat));
  events.addEventListener('mail', (event) => on.mail(JSON.parse(event.data).group));
  events.addEventListener('inbox', () => on.inbox());
  events.addEventListener('dialog', () => on.dialog());
  events.addEventListener('error', () => on.lost());
}

/** @param {Promise<Response>} request */
async function answer(request) {
  const response = await request;
  const body = await response.json();
  if (!response.ok)
    throw new Error(
      body.message
        ? say(body.message)
        : say('The page’s server answered {status}.', { status: response.status }),
    );
  return body;
}
