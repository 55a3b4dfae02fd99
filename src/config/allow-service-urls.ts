/**
 * Makes the rule for the address that an activity wants its answers sent to. The bot's own token goes there, so only
 * listed hosts will do: `host` (default port), `host:port`, or `*.host` for its subdomains. https, and http only for
 * listed loopback hosts, where nobody listens in.
 */
export function allowServiceUrls(hosts: readonly string[]): (serviceUrl: string) => boolean {
  const listed = hosts.map((host) => host.toLowerCase());
  const exact = new Set(listed.filter((host) => !host.startsWith('*.')));
  const suffixes = listed.filter((host) => host.startsWith('*.')).map((host) => host.slice(1));

  return (serviceUrl) => {
    const url = URL.parse(serviceUrl);
    if (url === null || url.username !== '' || url.password !== '') return false;
    if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname))) return false;
    return (
      exact.has(url.host) ||
      suffixes.some((suffix) => url.host.endsWith(suffix) && url.host.length > suffix.length)
    );
  };
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}
