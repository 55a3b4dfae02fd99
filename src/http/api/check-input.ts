import type { z } from 'zod';
import { ApiRefusal, type FieldProblem } from './api-refusal.ts';
import { sayIssue } from './say-issue.ts';

/** Nobody reads more at once, and a body of wrong fields would be answered with many times its size. */
export const mostProblems = 50;

/**
 * What a call sent, as its schema has it.
 *
 * @param nameOf how a field is called in the answer; a JSON pointer (RFC 6901) unless told
 * @throws ApiRefusal API_INPUT_REFUSED with each field that is missing, unknown or not as it should be, the first fifty of them
 */
export function checkInput<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  nameOf: (path: readonly PropertyKey[]) => string = pointer,
): z.output<Schema> {
  const checked = schema.safeParse(value, { error: sayIssue });
  if (checked.success) return checked.data;
  const problems = checked.error.issues.flatMap((issue) => problemsOf(issue, nameOf));
  throw new ApiRefusal('API_INPUT_REFUSED', {}, { errors: problems.slice(0, mostProblems) });
}

function problemsOf(
  issue: z.core.$ZodIssue,
  nameOf: (path: readonly PropertyKey[]) => string,
): FieldProblem[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      path: nameOf([...issue.path, key]),
      detail: nameOf === pointer ? 'There is no such field.' : 'There is no such parameter.',
    }));
  return [{ path: nameOf(issue.path), detail: issue.message }];
}

/** RFC 6901; the empty text is the whole body. */
function pointer(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
