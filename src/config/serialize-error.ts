import { redact } from './redact.ts';

/** An error as it may be logged: nothing but these four of its properties, and where it came from. */
export interface SerializedError {
  name: string;
  message: string;
  code?: string | number;
  stack?: string;
  cause?: SerializedError;
  errors?: SerializedError[];
}

const deepest = 5;
const longest = 4_000;

/** Name, message, code, stack and causes of an error; other properties (requests, headers, bodies) are left out. */
export function serializeError(error: unknown, depth = 0): SerializedError {
  if (!(error instanceof Error))
    return { name: typeof error, message: 'Something that is no error was thrown' };
  const { code } = error as { code?: unknown };
  const further = depth < deepest;
  return {
    name: short(error.name),
    message: short(error.message),
    ...(typeof code === 'string' && { code: short(code) }),
    ...(typeof code === 'number' && { code }),
    ...(typeof error.stack === 'string' && { stack: short(error.stack) }),
    ...(further && error.cause !== undefined && { cause: serializeError(error.cause, depth + 1) }),
    ...(further &&
      error instanceof AggregateError && {
        errors: error.errors.slice(0, deepest).map((one) => serializeError(one, depth + 1)),
      }),
  };
}

function short(text: string): string {
  return redact(text).slice(0, longest);
}
