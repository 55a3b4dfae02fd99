/** The part of the error table about calls of other systems. */
export const apiErrors = {
  API_CLOSED: [
    403,
    'The API is closed: no app may use it.',
    'Set API_CLIENTS to the client ids of the apps that may.',
  ],
  API_CLIENT_NOT_ALLOWED: [
    403,
    'The app {client} may not use the API.',
    'Ask the administrator of Kickoff to add it to API_CLIENTS.',
  ],
  API_APP_ONLY: [
    403,
    'This call acts as a person, and the token stands for an app alone.',
    'Send a token that was issued for a person, with the scope Conversations.Start.',
  ],
  API_ROLE_MISSING: [
    403,
    'The token stands for an app alone, and lacks the role {role}.',
    'Have an administrator grant the app this role of Kickoff’s app registration, or send a token that was issued for a person.',
  ],
  API_SCOPE_MISSING: [
    403,
    'The token lacks the scope {scope}.',
    'Ask Entra for a token with this scope of Kickoff’s app registration.',
  ],
  API_CONSENT_REQUIRED: [
    403,
    'This person has yet to sign in to Kickoff once before it may post as them.',
    'Have them open this link within 15 minutes, then call again with the same Idempotency-Key: {link}',
  ],
  API_SIGN_IN_BUSY: [
    503,
    'Microsoft’s sign-in gives no token for this person at the moment.',
    'Call again with the same Idempotency-Key after the time in Retry-After; nothing was stored.',
  ],
  API_RATE_EXCEEDED: [
    429,
    'This caller has called more often than {limit} times in {window} seconds.',
    'Call again after the time in Retry-After.',
  ],
  API_TYPE_NOT_JSON: [
    415,
    'The headers say that the body is something else than plain JSON.',
    'Send it as application/json in UTF-8, not compressed.',
  ],
  API_BODY_NOT_JSON: [400, 'The body is not JSON.', 'Send one JSON object in UTF-8.'],
  API_INPUT_REFUSED: [
    400,
    'Something in the call is not what this route takes.',
    'Change the fields that the answer names.',
  ],
  API_KEY_NEEDED: [
    400,
    'The call has no usable Idempotency-Key.',
    'Send a header Idempotency-Key with 1 to 255 visible ASCII characters, another one for each thing to be posted.',
  ],
  API_KEY_REUSED: [
    422,
    'This Idempotency-Key was used for something else.',
    'Use a new key for another text, or look up what became of the first: {link}',
  ],
  API_SIMILAR: [
    409,
    'This person has just posted the same there, or is about to.',
    'Look it up, or call with a new Idempotency-Key and without warnIfSimilar: {link}',
  ],
  API_REQUEST_UNKNOWN: [
    404,
    'There is no such request of this person.',
    'Use the address that the call which made it was answered with.',
  ],
  API_REQUEST_DISCARDED: [
    410,
    'The person has discarded this request.',
    'Call with a new Idempotency-Key if it is still meant.',
  ],
  API_PERSON_NEEDED: [
    403,
    'An app alone tells people by their object ids, and channels: groups, mail addresses and receipts need a person.',
    'Change the fields that the answer names, or send a token that was issued for a person.',
  ],
  API_CHAT_UNKNOWN: [
    404,
    'There is no such channel or chat with both Kickoff and the caller’s person in it.',
    'Add Kickoff to it and mention it there once, and take the id from the channel’s link.',
  ],
  API_NOTICE_UNKNOWN: [
    404,
    'There is no such notice of this caller.',
    'Use the address that the call which made it was answered with.',
  ],
  API_TRY_LATER: [
    503,
    'Microsoft 365 cannot be asked at the moment who is to be told.',
    'Call again with the same Idempotency-Key after the time in Retry-After; nothing was stored.',
  ],
} as const satisfies Record<string, readonly [status: number, says: string, next: string]>;
