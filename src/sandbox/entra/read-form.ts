import type { Request } from 'restify';

/** A posted form: the value of a field, or undefined when it is missing, empty or given twice. */
export type Form = (name: string) => string | undefined;

/** The form that restify's body parser left on the request. */
export function readForm(request: Request): Form {
  const body: unknown = request.body;
  return (name) => {
    if (typeof body !== 'object' || body === null || !Object.hasOwn(body, name)) return undefined;
    const value = (body as Record<string, unknown>)[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
}
