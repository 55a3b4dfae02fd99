import { createLocalJWKSet, type LocalJWKSet } from 'jose';
import * as z from 'zod';
import { CodedError } from '../conversations/errors/coded-error.ts';
import type { Clock } from '../conversations/ports/clock.ts';
import { createKeptDocument, type KeptDocument } from './kept-document.ts';

const metadataShape = z.looseObject({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
});
const keysShape = z.object({ keys: z.array(z.looseObject({ kty: z.string() })).min(1) });

/** A tenant's OpenID Connect discovery document. */
export type OpenIdMetadata = z.infer<typeof metadataShape>;

/** What Entra publishes about a tenant. */
export interface TenantDocuments {
  readonly metadata: KeptDocument<OpenIdMetadata>;
  readonly keys: KeptDocument<LocalJWKSet>;
}

/** Microsoft advises to look for new keys every 24 hours, and at once when one is unknown. */
const maxAgeMs = 86_400_000;
const pauseMs = 60_000;

/**
 * Metadata and signing keys, from `{authority}/v2.0/.well-known/openid-configuration` and the `jwks_uri` in it.
 * The documents throw CodedError SIGN_IN_UNAVAILABLE while they have never been read.
 *
 * @param options.authority with the tenant, no trailing slash.
 */
export function createTenantDocuments(options: {
  authority: string;
  clock: Clock;
  deadlineMs: number;
}): TenantDocuments {
  const { authority, clock, deadlineMs } = options;

  async function readJson<T>(url: string, shape: z.ZodType<T>): Promise<T> {
    try {
      const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(deadlineMs) });
      if (!response.ok) throw new Error(`Entra answered ${response.status}`);
      return shape.parse(await response.json());
    } catch (cause) {
      throw new CodedError('SIGN_IN_UNAVAILABLE', {}, { cause, log: 'an Entra document could not be read' });
    }
  }

  const metadata = createKeptDocument({
    load: () => readJson(`${authority}/v2.0/.well-known/openid-configuration`, metadataShape),
    clock,
    maxAgeMs,
    pauseMs,
  });
  const keys = createKeptDocument({
    load: async () => createLocalJWKSet(await readJson((await metadata.get()).jwks_uri, keysShape)),
    clock,
    maxAgeMs,
    pauseMs,
  });
  return { metadata, keys };
}
