import type { z } from 'zod';
import { ApiRefusal, type FieldProblem } from './api-refusal.ts';

/**
 * What a call sent, as its schema has it.
 *
 * @throws ApiRefusal API_INPUT_REFUSED with each field that is missing, unknown or not as it should be
 */
export function checkInput<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const checked = schema.safeParse(value);
  if (checked.success) return checked.data;
  throw new ApiRefusal('API_INPUT_REFUSED', {}, { errors: checked.error.issues.flatMap(problemsOf) });
}

function problemsOf(issue: z.core.$ZodIssue): FieldProblem[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      path: pointer([...issue.path, key]),
      detail: 'There is no such field.',
    }));
  return [{ path: pointer(issue.path), detail: issue.message }];
}

/** RFC 6901; the empty text is the whole body. */
function pointer(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
