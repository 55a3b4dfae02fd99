import type { ApiParts } from './api-parts.ts';
import { ApiRefusal } from './api-refusal.ts';
import type { KnownCaller } from './identify-caller.ts';

/** Stands for a chat where a sign-in is bound to one: links that the API hands out lead through a browser alone. */
const nowhere = 'api';

/**
 * Makes sure that there is a Graph token for the caller's person, on behalf of whom the call's own token is exchanged.
 *
 * @throws ApiRefusal NOT_AUTHENTICATED, API_CONSENT_REQUIRED with the link, ADMIN_CONSENT_REQUIRED, API_SIGN_IN_BUSY
 */
export async function signInAs(
  { person, token }: KnownCaller,
  { signIn, clock }: Pick<ApiParts, 'signIn' | 'clock'>,
): Promise<void> {
  const { tenantId, objectId } = person;
  const answer = await signIn.exchangeAssertion({ tenantId, objectId }, token);
  switch (answer.kind) {
    case 'signed-in':
      return;
    case 'rejected':
      throw new ApiRefusal('NOT_AUTHENTICATED', {}, { cause: answer.error });
    case 'wait': {
      const retryAfterMs = answer.until.getTime() - clock.now().getTime();
      throw new ApiRefusal('API_SIGN_IN_BUSY', {}, { retryAfterMs, cause: answer.error });
    }
    case 'consent': {
      if (answer.error.code === 'ADMIN_CONSENT_REQUIRED') throw answer.error;
      const { link } = await signIn.offer({ tenantId, objectId }, nowhere);
      throw new ApiRefusal('API_CONSENT_REQUIRED', { link }, { cause: answer.error });
    }
  }
}
