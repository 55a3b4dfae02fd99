import { CodedError } from '../conversations/errors/coded-error.ts';
import { inTime } from '../conversations/in-time.ts';
import type { Person } from '../conversations/person.ts';
import type { WatchParts } from './watch-parts.ts';

/** How long a token is waited for, in milliseconds: somebody who wants to sign out does not wait for Entra. */
const patience = 1_500;
/** So many requests at once. */
const width = 4;

/**
 * Somebody is about to sign out or to be forgotten. As long as there is a token of theirs, Graph is told to end the
 * subscriptions that it keeps by it, so that another watcher's can take their place at once: Graph may take no second one
 * beside them (409), and whoever comes later cannot end them. Where that fails they end by themselves.
 *
 * Resolves when the person's stored tokens are not needed any more. Never throws.
 */
export async function letGo(
  { tenantId, objectId }: Person,
  parts: Pick<WatchParts, 'store' | 'tokens' | 'subscriptions' | 'timer' | 'background' | 'log'>,
): Promise<void> {
  const { store, tokens, timer, background, log } = parts;
  const person = { tenantId, objectId };
  try {
    const ids = await store.subscriptionsHeldBy(person);
    if (ids.length === 0) return;
    const token = await inTime(tokens.graphToken(person), { timer, patience });
    if (token?.kind === 'token')
      background.run('end subscriptions', () => endAll(ids, token.token, { ...parts, tenantId }));
  } catch (error) {
    log.warn({ tenant: tenantId, person: objectId, error }, 'subscriptions are left to end');
  }
}

async function endAll(
  ids: readonly string[],
  token: string,
  parts: Pick<WatchParts, 'store' | 'subscriptions' | 'log'> & { tenantId: string },
): Promise<void> {
  const { store, subscriptions, log, tenantId } = parts;
  const left = [...ids];
  const end = async (): Promise<void> => {
    for (let id = left.shift(); id !== undefined; id = left.shift()) {
      try {
        await subscriptions.remove(id, token);
        await store.subscriptionEnded(id);
      } catch (error) {
        if (!(error instanceof CodedError)) throw error;
        log.info({ tenant: tenantId, code: error.code }, 'a subscription is left to end');
      }
    }
  };
  await Promise.all(Array.from({ length: width }, end));
}
