import type { IncomingMessage } from 'node:http';
import type { z } from 'zod';
import { queryOf } from '../server/query-of.ts';
import { checkInput } from './check-input.ts';

/**
 * The parameters of a call, as their schema has them.
 *
 * @throws ApiRefusal API_INPUT_REFUSED with the names of those that are unknown or not as they should be
 */
export function checkQuery<Schema extends z.ZodType>(
  schema: Schema,
  request: IncomingMessage,
): z.output<Schema> {
  return checkInput(schema, Object.fromEntries(queryOf(request)), ([name = '']) => String(name));
}
