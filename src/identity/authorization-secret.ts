import * as z from 'zod';

const shape = z.object({
  verifier: z.string(),
  nonce: z.string(),
  browser: z.string(),
  claims: z.string().optional(),
  language: z.string().optional(),
});

/** What an authorization's ticket keeps: PKCE verifier, nonce, the hash of the browser's cookie, the claims asked for,
 * and the language of the pages. */
export type AuthorizationSecret = z.infer<typeof shape>;

/** Reads a ticket's secret; throws ZodError or SyntaxError for what this room never wrote. */
export function readAuthorizationSecret(secret: string): AuthorizationSecret {
  return shape.parse(JSON.parse(secret));
}
