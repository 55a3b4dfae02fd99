import { CodedError } from '../conversations/errors/coded-error.ts';
import type { Person } from '../conversations/person.ts';
import type { TokenAnswer } from '../conversations/ports/tokens.ts';
import { retryAt } from '../conversations/retry-at.ts';
import type { WatchParts } from './watch-parts.ts';

/** What came of doing something with a person's token. */
export type AsWatcher<Answer> =
  | { kind: 'done'; answer: Answer; tokenEndsAt: Date }
  /** The person has to sign in first. */
  | { kind: 'sign-in'; error: CodedError }
  /** The person may not, and will not by waiting. A 404 may pass: mailboxes are away for minutes. */
  | { kind: 'lost'; error: CodedError }
  /** Not now; after `until`, if Graph or Entra named a time. */
  | { kind: 'wait'; error: CodedError; until?: Date };

/**
 * Does something as a person. A token that Graph refuses is renewed once.
 *
 * @param options.renew asks for a fresh token although there is one; `if-possible`: and is content with the one there is
 */
export async function asWatcher<Answer>(
  person: Person,
  work: (token: string) => Promise<Answer>,
  { tokens, clock, random }: Pick<WatchParts, 'tokens' | 'clock' | 'random'>,
  options: { renew?: boolean | 'if-possible' } = {},
): Promise<AsWatcher<Answer>> {
  let asked: { renew?: boolean; claims?: string } = options.renew ? { renew: true } : {};
  for (let refused = false; ; refused = true) {
    const content = !refused && options.renew === 'if-possible';
    const token = await tokenOf(person, { tokens, asked, content });
    if (token.kind !== 'token') return token;
    try {
      return { kind: 'done', answer: await work(token.token), tokenEndsAt: token.expiresAt };
    } catch (error) {
      if (!(error instanceof CodedError)) throw error;
      if (error.code !== 'SIGN_IN_EXPIRED') return refusal(error, { clock, random });
      if (refused) return { kind: 'sign-in', error };
      const { claims } = error.details;
      asked = { renew: true, ...(claims !== undefined && { claims }) };
    }
  }
}

/** @param options.content with the token that there is, when there is no other */
async function tokenOf(
  { tenantId, objectId }: Person,
  options: Pick<WatchParts, 'tokens'> & { asked: { renew?: boolean; claims?: string }; content: boolean },
): Promise<TokenAnswer> {
  const { tokens, asked, content } = options;
  const token = await tokens.graphToken({ tenantId, objectId }, asked);
  return token.kind !== 'token' && content ? tokens.graphToken({ tenantId, objectId }) : token;
}

function refusal(
  error: CodedError,
  parts: Pick<WatchParts, 'clock' | 'random'>,
): Exclude<AsWatcher<never>, { kind: 'done' }> {
  if (error.code === 'READING_NOT_ALLOWED') return { kind: 'lost', error };
  const until = retryAt(error.details['retryAfterMs'], parts);
  return { kind: 'wait', error, ...(until !== undefined && { until }) };
}
