/** Kickoff's own tokens for Microsoft Graph, which are used for installing it and for nothing else. */
export interface AppTokens {
  /**
   * A token by which nobody acts but the app itself.
   *
   * @throws CodedError SIGN_IN_UNAVAILABLE or SIGN_IN_THROTTLED when it may be had later, REGISTRATION_REFUSED
   */
  graphToken(tenantId: string): Promise<string>;
}
