import type { TeamsClient } from '../../src/sandbox/client/create-teams-client.ts';

/** Longer than anything that goes well takes, in milliseconds. */
const limit = 20_000;

/**
 * Resolves as soon as the person sees that the conversation with this topic was started.
 *
 * @throws when they have not after 20 s
 */
export async function waitForReceipt(client: TeamsClient, topic: string): Promise<void> {
  const isThere = (): boolean => {
    const cards = JSON.stringify(client.messages('personal').at(-1)?.cards ?? []);
    return cards.includes(topic) && cards.includes('Conversation started');
  };
  const seen = Promise.withResolvers<void>();
  const look = (): void => {
    if (isThere()) seen.resolve();
  };
  const stopLooking = client.onChange(look);
  const timer = setTimeout(() => seen.reject(new Error(`no receipt of “${topic}” in ${limit} ms`)), limit);
  try {
    look();
    await seen.promise;
  } finally {
    clearTimeout(timer);
    stopLooking();
  }
}
