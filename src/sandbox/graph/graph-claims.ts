/** The claims of an access token that Graph looks at. */
export interface GraphClaims {
  aud: string;
  /** The person, in a delegated token. */
  oid?: string;
  tid: string;
  /** Delegated permissions, separated by spaces. */
  scp?: string;
  /** Application permissions. */
  roles?: string[];
  appid?: string;
  /** Seconds since 1970. */
  exp: number;
}
