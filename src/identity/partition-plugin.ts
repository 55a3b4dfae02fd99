import type { ICachePlugin } from '@azure/msal-node';
import { CodedError } from '../conversations/errors/coded-error.ts';
import type { Person } from '../conversations/person.ts';
import { belongsTo } from './belongs-to.ts';
import type { Partition } from './partition-turns.ts';

/**
 * Binds one MSAL application to one person's partition. MSAL calls it around every use of its cache; what is not wholly
 * the person's is never written.
 */
export function createPartitionPlugin(
  partition: Pick<Partition, 'read' | 'write'>,
  person: Person,
): ICachePlugin {
  return {
    async beforeCacheAccess(context) {
      const contents = await partition.read();
      if (contents !== undefined) context.tokenCache.deserialize(contents);
    },
    async afterCacheAccess(context) {
      if (!context.cacheHasChanged) return;
      const contents = context.tokenCache.serialize();
      if (!belongsTo(contents, person)) {
        throw new CodedError('INTERNAL', {}, { log: "somebody else's tokens in a person's cache" });
      }
      await partition.write(contents);
    },
  };
}
