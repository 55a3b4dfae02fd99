import type { InvokeResponse } from 'botbuilder';

const types = {
  card: 'application/vnd.microsoft.card.adaptive',
  message: 'application/vnd.microsoft.activity.message',
  error: 'application/vnd.microsoft.error',
  login: 'application/vnd.microsoft.activity.loginRequest',
  wrongCode: 'application/vnd.microsoft.error.incorrectAuthCode',
  signInFailed: 'application/vnd.microsoft.error.preconditionFailed',
} as const;

/**
 * An answer to `adaptiveCard/action`: the HTTP status is always 200, the outcome's status stands in the body (universal
 * action model; Bot Framework's own handler puts it into the HTTP status).
 */
export function cardActionAnswer(
  statusCode: 200 | 400 | 401 | 412 | 500,
  type: keyof typeof types,
  value: unknown,
): InvokeResponse {
  return { status: 200, body: { statusCode, type: types[type], value } };
}
