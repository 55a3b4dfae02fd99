/**
 * Whether the host of an https URL is on a list: `host` fits every port, `host:port` only that one, `*.host` every
 * subdomain. Compared exactly, in lower case.
 */
export function isAllowedHost(url: string, allowed: readonly string[]): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host, hostname, username, password } = new URL(url);
  if (protocol !== 'https:' || username !== '' || password !== '') return false;
  return allowed.some((entry) => {
    const pattern = entry.toLowerCase();
    if (pattern.startsWith('*.'))
      return hostname.endsWith(pattern.slice(1)) || host.endsWith(pattern.slice(1));
    return pattern === host || pattern === hostname;
  });
}
