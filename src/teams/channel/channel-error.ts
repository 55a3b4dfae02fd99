import { retryAfter } from '../../conversations/retry-after.ts';

/**
 * What a refusal of the channel means (Teams: "Status codes from bot conversational APIs"):
 * - `blocked`: the person blocked the bot, or an administrator disabled it: stop until they come back;
 * - `not-installed`: the bot is not (or no longer) in that chat;
 * - `gone`: the chat or message does not exist any more;
 * - `too-big`: the message is over the limit;
 * - `busy`: too many messages at the moment, or another change was under way (412, 429);
 * - `not-connected`: nothing was sent, because the channel could not be reached at all;
 * - `refused`: another definite refusal;
 * - `unconfirmed`: it may or may not have been delivered.
 */
export type ChannelErrorKind =
  'blocked' | 'not-installed' | 'gone' | 'too-big' | 'busy' | 'not-connected' | 'refused' | 'unconfirmed';

/** A request to the channel that did not succeed. */
export class ChannelError extends Error {
  readonly kind: ChannelErrorKind;
  readonly status: number | undefined;
  /** How long the channel asks to wait, in milliseconds. */
  readonly retryAfterMs: number | undefined;

  constructor(
    kind: ChannelErrorKind,
    status: number | undefined,
    options: { cause?: unknown; retryAfterMs?: number | undefined } = {},
  ) {
    super(`the channel answered ${status ?? 'nothing'} (${kind})`, { cause: options.cause });
    this.name = 'ChannelError';
    this.kind = kind;
    this.status = status;
    this.retryAfterMs = options.retryAfterMs;
  }
}

const blocked = new Set(['ConversationBlockedByUser', 'BotDisabledByAdmin']);
/** Errors of a connection that was never made; a reset may come after the request. */
const neverConnected = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);
const notInstalled = new Set([
  'BotNotInConversationRoster',
  'ForbiddenOperationException',
  'MessageWritesBlocked',
  'AclCheckFailed',
  'NotEnoughPermissions',
]);

/** Reads what the connector threw. 403 bodies come as `error.code`, or as JSON text with a `subCode` in `message`. */
export function readChannelError(error: unknown): ChannelError {
  if (error instanceof ChannelError) return error;
  const { statusCode: status, body, code } = error as { statusCode?: number; body?: unknown; code?: unknown };
  const kind =
    status === undefined && neverConnected.has(String(code))
      ? 'not-connected'
      : kindOf(status, body ?? (error as { details?: unknown }).details);
  return new ChannelError(kind, status, { cause: error, retryAfterMs: askedWait(error) });
}

function kindOf(status: number | undefined, body: unknown): ChannelErrorKind {
  switch (status) {
    case 403: {
      const code = refusalCode(body) ?? '';
      if (blocked.has(code)) return 'blocked';
      return notInstalled.has(code) ? 'not-installed' : 'refused';
    }
    case 404:
      return 'gone';
    case 412:
    case 429:
      return 'busy';
    case 413:
      return 'too-big';
    default:
      return isDefinite(status) ? 'refused' : 'unconfirmed';
  }
}

/** Other 4xx were not acted on; 408 and 5xx may have been. */
function isDefinite(status = 0): boolean {
  return status >= 400 && status < 500 && status !== 408;
}

function refusalCode(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const { error, message } = body as { error?: { code?: unknown }; message?: unknown };
  if (typeof error?.code === 'string') return error.code;
  if (typeof message !== 'string') return undefined;
  try {
    const { subCode } = JSON.parse(message) as { subCode?: unknown };
    return typeof subCode === 'string' ? subCode : undefined;
  } catch {
    return undefined;
  }
}

/** How long an answer asks to wait, in milliseconds, if it is any time at all. */
export function askedWait(error: unknown): number | undefined {
  const { response } = error as { response?: { headers?: { get(name: string): string | undefined } } };
  const wait = response?.headers === undefined ? 0 : retryAfter(response.headers);
  return wait === 0 ? undefined : wait;
}
