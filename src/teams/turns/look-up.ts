import { CodedError } from '../../conversations/errors/coded-error.ts';
import type { Person } from '../../conversations/person.ts';
import type { CardParts } from './teams-parts.ts';

/** What looking something up as a person can end in. */
export type LookedUp<Value> =
  | { kind: 'found'; value: Value }
  /** The person has to sign in first. */
  | { kind: 'sign-in' }
  | { kind: 'failed'; error: CodedError };

/** Reads as the person; a token that Graph refuses is renewed once. Throws only what is no `CodedError`. */
export async function lookUp<Value>(
  person: Person,
  { tokens }: Pick<CardParts, 'tokens'>,
  read: (token: string) => Promise<Value>,
): Promise<LookedUp<Value>> {
  let renewal: { renew: true; claims?: string } | undefined;
  for (;;) {
    const answer = await tokens.graphToken(person, renewal);
    if (answer.kind === 'sign-in') return { kind: 'sign-in' };
    if (answer.kind === 'wait') return { kind: 'failed', error: answer.error };
    try {
      return { kind: 'found', value: await read(answer.token) };
    } catch (error) {
      if (!(error instanceof CodedError)) throw error;
      if (error.code !== 'SIGN_IN_EXPIRED') return { kind: 'failed', error };
      if (renewal !== undefined) return { kind: 'sign-in' };
      const { claims } = error.details;
      renewal = { renew: true, ...(claims !== undefined && { claims }) };
    }
  }
}
