/**
 * Whether the host of a URL is on a list: `host` fits every port, `host:port` only that one, `*.host` every subdomain.
 * Compared exactly, in lower case. https, and http only on loopback, where nobody listens in.
 */
export function isAllowedHost(url: string, allowed: readonly string[]): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host, hostname, username, password } = new URL(url);
  if (username !== '' || password !== '') return false;
  if (protocol !== 'https:' && !(protocol === 'http:' && isLoopback(hostname))) return false;
  return allowed.some((entry) => {
    const pattern = entry.toLowerCase();
    if (pattern.startsWith('*.'))
      return hostname.endsWith(pattern.slice(1)) || host.endsWith(pattern.slice(1));
    return pattern === host || pattern === hostname;
  });
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}
