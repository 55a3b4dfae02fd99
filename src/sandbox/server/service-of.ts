/** The parts of the local Microsoft 365 that share the cloud server. */
export type Service = 'graph' | 'channel' | 'entra';

/** Which service a path belongs to: versions are Graph's, `/channel/` is Teams', everything else is Entra's. */
export function serviceOf(path: string): Service {
  if (/^\/(?:v1\.0|beta)(?:\/|$)/i.test(path)) return 'graph';
  return path.startsWith('/channel/') ? 'channel' : 'entra';
}
