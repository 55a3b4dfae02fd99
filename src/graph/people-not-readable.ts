import { CodedError } from '../conversations/errors/coded-error.ts';

/** A 403 about people says what to type instead; every other error stays what it is. */
export function peopleNotReadable(error: unknown): unknown {
  if (!(error instanceof CodedError) || error.status !== 403) return error;
  const log = error.message.replace(error.code, 'PEOPLE_NOT_READABLE');
  return new CodedError('PEOPLE_NOT_READABLE', {}, { cause: error, log });
}
