import type { GraphVersion } from '../config/configuration.ts';

/** Which Graph is called. */
export interface GraphConnection {
  /** Origin, no trailing slash: `https://graph.microsoft.com`. Only https gets the token. */
  endpoint: string;
  version: GraphVersion;
}
