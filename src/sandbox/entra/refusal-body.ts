import { randomUUID } from 'node:crypto';
import type { EntraContext } from './entra-context.ts';
import type { EntraError } from './entra-error.ts';

/** The JSON body of a refusal, field by field as Entra writes it. */
export function refusalBody(
  context: Pick<EntraContext, 'now' | 'cloudOrigin'>,
  error: EntraError,
  correlationId: string = randomUUID(),
): object {
  const timestamp = `${context.now().toISOString().slice(0, 19).replace('T', ' ')}Z`;
  const traceId = randomUUID();
  return {
    error: error.error,
    error_description: `${error.message} Trace ID: ${traceId} Correlation ID: ${correlationId} Timestamp: ${timestamp}`,
    error_codes: [error.number],
    timestamp,
    trace_id: traceId,
    correlation_id: correlationId,
    error_uri: `${context.cloudOrigin()}/error?code=${error.number}`,
    ...(error.suberror === undefined ? {} : { suberror: error.suberror }),
    ...(error.claims === undefined ? {} : { claims: error.claims }),
  };
}
