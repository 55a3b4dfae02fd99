/** Why a token is not accepted: a phrase for the log, never a part of the token. */
export class TokenRefused extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'TokenRefused';
  }
}
