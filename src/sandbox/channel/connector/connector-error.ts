/** An answer of the connector other than success: HTTP status and body, in the shapes that the Bot Service uses. */
export class ConnectorError extends Error {
  override readonly name = 'ConnectorError';
  readonly status: number;
  readonly body: unknown;

  constructor(status: number, body: unknown) {
    super(`connector ${status}`);
    this.status = status;
    this.body = body;
  }
}

/**
 * The usual shape, `{"error":{"code","message"}}`.
 * Codes: Teams platform, bots/how-to/conversations/conversation-messages, table of status codes.
 */
export function refuse(status: number, code: string, message: string): ConnectorError {
  return new ConnectorError(status, { error: { code, message } });
}
