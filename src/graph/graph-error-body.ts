/** Code and message of `{"error":{"code","message"}}`; empty where the body has none. */
export interface GraphErrorBody {
  code: string;
  message: string;
}

/** Reads whatever came as a body; never throws. */
export function graphErrorBody(body: unknown): GraphErrorBody {
  const error = propertyOf(body, 'error');
  return { code: textOf(propertyOf(error, 'code')), message: textOf(propertyOf(error, 'message')) };
}

function propertyOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
