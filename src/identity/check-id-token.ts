import { CodedError } from '../conversations/errors/coded-error.ts';
import type { Person } from '../conversations/person.ts';
import type { IdentityContext } from './identity-context.ts';
import { TokenRefused } from './token-refused.ts';
import { verifyEntraToken } from './verify-entra-token.ts';

/**
 * Checks that an id token is this app's, answers this authorization (`nonce`), and is about this person.
 *
 * @throws CodedError SIGN_IN_OTHER_PERSON, SIGN_IN_REJECTED, SIGN_IN_UNAVAILABLE.
 */
export async function checkIdToken(
  idToken: string,
  expected: { person: Person; nonce: string },
  { configuration, documentsOf, clock }: Pick<IdentityContext, 'configuration' | 'documentsOf' | 'clock'>,
): Promise<void> {
  const { person, nonce } = expected;
  try {
    const claims = await verifyEntraToken(
      idToken,
      {
        issuers: [`${configuration.endpoints.entraAuthority}/${person.tenantId}/v2.0`],
        audiences: [configuration.app.id],
      },
      { documents: documentsOf(person.tenantId), clock },
    );
    if (claims['nonce'] !== nonce) throw new TokenRefused('nonce');
    if (claims['oid'] !== person.objectId || claims['tid'] !== person.tenantId) {
      throw new CodedError('SIGN_IN_OTHER_PERSON');
    }
  } catch (error) {
    if (!(error instanceof TokenRefused)) throw error;
    throw new CodedError('SIGN_IN_REJECTED', {}, { log: `id token refused: ${error.message}` });
  }
}
