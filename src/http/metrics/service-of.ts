import type { Configuration } from '../../config/configuration.ts';

/**
 * Names the service behind an address that Kickoff calls: `graph`, `channel` (Teams and Outlook), `entra`, `files`, or `other`
 * (such as the keys with which the channel signs).
 */
export function serviceOf(options: {
  endpoints: Pick<Configuration['endpoints'], 'graph' | 'entraAuthority'>;
  isServiceUrlAllowed: (url: string) => boolean;
  isFileHostAllowed: (url: string) => boolean;
}): (url: string) => string {
  const { graph, entraAuthority } = options.endpoints;
  return (url) => {
    if (url.startsWith(`${graph}/v1.0/`) || url.startsWith(`${graph}/beta/`)) return 'graph';
    // Everything that a bot asks of a channel (Bot Framework, Bot Connector API) is below /v3.
    if (options.isServiceUrlAllowed(url) && url.includes('/v3/')) return 'channel';
    if (url.startsWith(`${entraAuthority}/`)) return 'entra';
    return options.isFileHostAllowed(url) ? 'files' : 'other';
  };
}
