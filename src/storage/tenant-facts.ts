import type { Kysely } from 'kysely';
import type { TenantFacts } from '../conversations/ports/tenant-facts.ts';
import type { Schema } from './schema.ts';

/** What was learnt about tenants, one row each. */
export function createTenantFacts(db: Kysely<Schema>): TenantFacts {
  return {
    async refusesMarker(tenantId) {
      const row = await db
        .selectFrom('tenant_facts')
        .select('refuses_marker')
        .where('tenant_id', '=', tenantId)
        .executeTakeFirst();
      return row?.refuses_marker === 1;
    },

    async rememberMarkerRefused(tenantId) {
      await db
        .insertInto('tenant_facts')
        .values({ tenant_id: tenantId, refuses_marker: 1 })
        .onConflict((conflict) => conflict.column('tenant_id').doUpdateSet({ refuses_marker: 1 }))
        .execute();
    },
  };
}
