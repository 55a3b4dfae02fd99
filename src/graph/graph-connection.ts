import type { GraphVersion } from '../config/configuration.ts';
import type { ServerTime } from './server-time.ts';

/** Which Graph is called. */
export interface GraphConnection {
  /** Origin, no trailing slash: `https://graph.microsoft.com`. Only https gets the token. */
  endpoint: string;
  version: GraphVersion;
  /** Told the time of every answer, if given. */
  serverTime?: ServerTime;
}
