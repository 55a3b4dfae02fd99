/**
 * What Entra answers when it refuses: HTTP status, OAuth error, AADSTS number, sentence, suberror.
 * Numbers and meanings: "Microsoft Entra authentication and authorization error codes" (learn.microsoft.com).
 */
const refusals = {
  tenantNotFound: [400, 'invalid_tenant', 90002, "Tenant '{detail}' not found."],
  malformed: [
    400,
    'invalid_request',
    900144,
    "The request body must contain the following parameter: '{detail}'.",
  ],
  malformedToken: [400, 'invalid_request', 50027, 'JWT token is invalid or malformed.'],
  unsupportedGrant: [
    400,
    'unsupported_grant_type',
    70003,
    "The app requested an unsupported grant type '{detail}'.",
  ],
  unsupportedResponse: [
    400,
    'unsupported_response_type',
    700051,
    "response_type '{detail}' is not enabled for the application.",
  ],
  unknownClient: [
    400,
    'unauthorized_client',
    700016,
    "Application with identifier '{detail}' was not found in the directory.",
  ],
  unauthorizedClient: [
    400,
    'unauthorized_client',
    700016,
    "Application with identifier '{detail}' may not use this grant here.",
  ],
  missingSecret: [
    401,
    'invalid_client',
    7000218,
    "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
  ],
  badSecret: [401, 'invalid_client', 7000215, "Invalid client secret provided for app '{detail}'."],
  badClientAssertion: [
    401,
    'invalid_client',
    700027,
    'The certificate used to sign the client assertion is not registered on the application, or the assertion is not valid.',
  ],
  unknownResource: [
    400,
    'invalid_resource',
    500011,
    "The resource principal named '{detail}' was not found in the tenant.",
  ],
  unknownScope: [
    400,
    'invalid_client',
    650053,
    "The application asked for scope '{detail}' that doesn't exist on the resource.",
  ],
  severalResources: [
    400,
    'invalid_scope',
    28000,
    'The scope is not valid because it contains more than one resource.',
  ],
  scopeNotDefault: [
    400,
    'invalid_scope',
    1002012,
    "The scope '{detail}' is not valid: client credential flows must have a scope suffixed with /.default.",
  ],
  consentMissing: [
    400,
    'invalid_grant',
    65001,
    "The user or administrator has not consented to use the application with ID '{detail}'. Send an interactive authorization request for this user and resource.",
    'consent_required',
  ],
  consentInteraction: [
    400,
    'consent_required',
    65001,
    "The user or administrator has not consented to use the application with ID '{detail}'.",
  ],
  consentDeclined: [400, 'access_denied', 65004, 'User declined to consent to access the app.'],
  adminConsentMissing: [
    400,
    'access_denied',
    90094,
    'Admin consent is required for the permissions requested by this application.',
  ],
  assertionSignature: [400, 'invalid_grant', 50013, 'Assertion failed signature validation.'],
  assertionAudience: [
    400,
    'invalid_grant',
    500131,
    'Assertion audience does not match the Client app presenting the assertion.',
  ],
  assertionExpired: [
    400,
    'invalid_grant',
    500133,
    'Assertion is not within its valid time range. Ensure that the access token is not expired before using it for user assertion.',
  ],
  assertionWithoutUser: [
    400,
    'invalid_request',
    7000114,
    'Application is not allowed to make application on-behalf-of calls.',
  ],
  codeUnknown: [400, 'invalid_grant', 70000, 'The provided authorization code is malformed or not valid.'],
  codeUsed: [400, 'invalid_grant', 54005, 'OAuth2 Authorization code was already redeemed.'],
  codeExpired: [400, 'invalid_grant', 70008, 'The provided authorization code has expired.'],
  redirectMismatch: [
    400,
    'invalid_client',
    500112,
    'The reply address does not match the reply address provided when requesting the authorization code.',
  ],
  redirectUnknown: [
    400,
    'invalid_request',
    50011,
    "The redirect URI '{detail}' does not match the redirect URIs configured for the application.",
  ],
  pkceMissing: [
    400,
    'invalid_request',
    9002325,
    'Proof Key for Code Exchange with S256 is required for authorization code redemption.',
  ],
  pkceMismatch: [
    400,
    'invalid_grant',
    501481,
    'The Code_Verifier does not match the code_challenge supplied in the authorization request.',
  ],
  refreshUnknown: [
    400,
    'invalid_grant',
    9002313,
    'Invalid request. The refresh token is malformed or not valid.',
  ],
  refreshExpired: [
    400,
    'invalid_grant',
    700082,
    'The refresh token has expired due to inactivity.',
    'bad_token',
  ],
  refreshRevoked: [
    400,
    'invalid_grant',
    50173,
    'The provided grant has expired due to it being revoked, a fresh auth token is needed.',
    'bad_token',
  ],
  accountDisabled: [400, 'invalid_grant', 50057, 'The user account is disabled.'],
  accessBlocked: [
    400,
    'invalid_grant',
    53003,
    'Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.',
    'message_only',
  ],
  secondFactorRequired: [
    400,
    'interaction_required',
    50076,
    "Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access '{detail}'.",
    'basic_action',
  ],
  enrolmentRequired: [
    400,
    'interaction_required',
    50079,
    "Due to a configuration change made by your administrator, or because you moved to a new location, you must enroll in multi-factor authentication to access '{detail}'.",
    'basic_action',
  ],
  noFederatedIssuer: [
    401,
    'invalid_client',
    700211,
    "No matching federated identity record found for presented assertion issuer '{detail}'.",
  ],
  noFederatedSubject: [
    401,
    'invalid_client',
    700213,
    "No matching federated identity record found for presented assertion subject '{detail}'.",
  ],
  noFederatedAudience: [
    401,
    'invalid_client',
    700212,
    "No matching federated identity record found for presented assertion audience '{detail}'.",
  ],
  federatedExpired: [401, 'invalid_client', 700024, 'Client assertion is not within its valid time range.'],
  loginRequired: [
    400,
    'login_required',
    50058,
    'A silent sign-in request was sent but no user is signed in.',
  ],
  interactionExpired: [
    400,
    'invalid_request',
    165900,
    'This sign-in page was open for too long or was already used.',
  ],
} as const satisfies Record<
  string,
  readonly [status: number, error: string, number: number, sentence: string, suberror?: string]
>;

export type Refusal = keyof typeof refusals;

/** A refusal on its way to the caller; `detail` fills the sentence and must never be a secret or a token. */
export class EntraError extends Error {
  readonly status: number;
  readonly error: string;
  readonly number: number;
  readonly suberror: string | undefined;
  /** What a token would have to show, as JSON text. */
  readonly claims: string | undefined;

  constructor(refusal: Refusal, detail = '', claims?: string) {
    const [status, error, number, sentence, suberror] = refusals[refusal] as readonly [
      number,
      string,
      number,
      string,
      string?,
    ];
    super(`AADSTS${number}: ${sentence.replace('{detail}', () => detail)}`);
    this.name = 'EntraError';
    this.status = status;
    this.error = error;
    this.number = number;
    this.suberror = suberror;
    this.claims = claims;
  }
}
