/**
 * What a refusal of the channel means (Teams: "Status codes from bot conversational APIs"):
 * - `blocked`: the person blocked the bot, or an administrator disabled it: stop until they come back;
 * - `not-installed`: the bot is not (or no longer) in that chat;
 * - `gone`: the chat or message does not exist any more;
 * - `too-big`: the message is over the limit;
 * - `refused`: another definite refusal;
 * - `unconfirmed`: it may or may not have been delivered.
 */
export type ChannelErrorKind = 'blocked' | 'not-installed' | 'gone' | 'too-big' | 'refused' | 'unconfirmed';

/** A request to the channel that did not succeed. */
export class ChannelError extends Error {
  readonly kind: ChannelErrorKind;
  readonly status: number | undefined;

  constructor(kind: ChannelErrorKind, status: number | undefined, options?: { cause?: unknown }) {
    super(`the channel answered ${status ?? 'nothing'} (${kind})`, options);
    this.name = 'ChannelError';
    this.kind = kind;
    this.status = status;
  }
}

const blocked = new Set(['ConversationBlockedByUser', 'BotDisabledByAdmin']);
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
  const { statusCode: status, body } = error as { statusCode?: number; body?: unknown };
  return new ChannelError(kindOf(status, body ?? (error as { details?: unknown }).details), status, {
    cause: error,
  });
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
