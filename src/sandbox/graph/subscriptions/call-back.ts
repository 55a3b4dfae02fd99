/** Graph wants a 2xx within 3 s, and gives a retry 10 s. */
const firstDeadline = 3_000;
const retryDeadline = 10_000;
/** In milliseconds; the real Graph goes on for 4 h. */
const pauses = [500, 2_000, 8_000];

/** POSTs a notification, and again while it is not taken. Never throws. */
export async function callBack(url: string, body: object, signal: AbortSignal): Promise<void> {
  for (let attempt = 0; attempt <= pauses.length && !signal.aborted; attempt += 1) {
    if (attempt > 0) await wait(pauses[attempt - 1] ?? 0, signal);
    if (await isTaken(url, body, attempt === 0 ? firstDeadline : retryDeadline, signal)) return;
  }
}

async function isTaken(url: string, body: object, deadline: number, signal: AbortSignal): Promise<boolean> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'error',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(body),
      signal: AbortSignal.any([signal, AbortSignal.timeout(deadline)]),
    });
    await response.text();
    return response.ok;
  } catch {
    return false;
  }
}

/** The handshake: the decoded token as text within 10 s. */
export async function isValidEndpoint(url: string, token: string): Promise<boolean> {
  try {
    const address = new URL(url);
    address.searchParams.set('validationToken', token);
    const response = await fetch(address, {
      method: 'POST',
      redirect: 'error',
      headers: { 'content-type': 'text/plain; charset=utf-8' },
      signal: AbortSignal.timeout(10_000),
    });
    const isText = /^text\/plain\b/i.test(response.headers.get('content-type') ?? '');
    return response.status === 200 && isText && (await response.text()) === token;
  } catch {
    return false;
  }
}

function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    timer.unref();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
