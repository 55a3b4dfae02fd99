import type { WatchingWorld } from './start-watching-world.ts';

/** Calls back as Graph does, and answers the status. */
export async function notify({ publicUrl }: WatchingWorld, items: readonly object[]): Promise<number> {
  const response = await fetch(`${publicUrl}/api/graph-notifications`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ value: items }),
  });
  await response.text();
  return response.status;
}
