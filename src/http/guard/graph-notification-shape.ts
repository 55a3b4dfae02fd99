import { z } from 'zod';
import { CodedError } from '../../conversations/errors/coded-error.ts';
import type { GraphNotification } from '../../watches/receive-notifications.ts';

/**
 * Longer than Graph's ids and the 128 characters that a `clientState` may have. Anybody may call: U+0000 in one id would have
 * PostgreSQL fail the look-up of all that came in the same moment.
 */
const text = z
  .string()
  .max(256)
  .refine((value) => !value.includes('\0'));

/** Of each item only what is used; the rest, and the person's data in it, is not looked at. */
const shape = z.object({
  value: z
    .array(
      z.object({
        subscriptionId: text,
        clientState: text.nullish(),
        lifecycleEvent: text.nullish(),
      }),
    )
    .max(5_000),
});

/**
 * What a call of Graph says, from its body. One call may be about several subscriptions.
 *
 * @throws CodedError NOTIFICATION_MALFORMED
 */
export function graphNotificationShape(body: Buffer): GraphNotification[] {
  const parsed = shape.safeParse(jsonOf(body));
  if (!parsed.success) throw new CodedError('NOTIFICATION_MALFORMED');
  return parsed.data.value.map(({ subscriptionId, clientState, lifecycleEvent }) => ({
    subscriptionId,
    clientState: clientState ?? '',
    ...(typeof lifecycleEvent === 'string' && { lifecycleEvent }),
  }));
}

function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}
