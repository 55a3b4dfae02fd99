import { recordedFields } from './recorded-fields.ts';

/** A request's body as the traffic record shows it: JSON and forms as objects, anything else as text. */
export function recordedBody(body: Buffer, contentType: string): unknown {
  const text = body.toString('utf8');
  if (contentType.includes('application/x-www-form-urlencoded')) {
    return recordedFields(new URLSearchParams(text));
  }
  if (!contentType.includes('json')) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
