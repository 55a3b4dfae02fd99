import { CodedError } from '../../conversations/errors/coded-error.ts';
import { activityShape } from './activity-shape.ts';
import type { GuardedActivity } from './guarded-activity.ts';
import { hasBoundedDepth } from './has-bounded-depth.ts';

/** Objects and arrays inside one another; cards and message payloads of Teams stay below 20. */
const depthLimit = 64;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Turns a body into an activity that the code behind can take at its word.
 *
 * @param body the bytes as received.
 * @param isServiceUrlAllowed whether the bot may answer there.
 * @throws CodedError ACTIVITY_MALFORMED for anything that is not a Bot Framework activity for this bot.
 */
export function guardActivity(
  body: Uint8Array,
  isServiceUrlAllowed: (serviceUrl: string) => boolean,
): GuardedActivity {
  const value = parse(body);
  if (!hasBoundedDepth(value, depthLimit)) throw new CodedError('ACTIVITY_MALFORMED');
  const checked = activityShape.safeParse(value);
  if (!checked.success || !isServiceUrlAllowed(checked.data.serviceUrl)) {
    throw new CodedError('ACTIVITY_MALFORMED');
  }
  // Null and absent mean the same to the channel; what follows need only know one of them.
  const present = Object.entries(checked.data).filter(([, field]) => field !== null);
  return Object.fromEntries(present) as GuardedActivity;
}

function parse(body: Uint8Array): unknown {
  try {
    const json = utf8.decode(body);
    // Raw control characters are no JSON, so without this escape there is nothing to look for.
    return JSON.parse(json, json.includes('\\u0000') ? withoutNul : undefined);
  } catch {
    throw new CodedError('ACTIVITY_MALFORMED');
  }
}

/** PostgreSQL stores no U+0000, and nobody sees it in what they typed: the rest of the text goes on. */
function withoutNul(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll('\0', '') : value;
}
