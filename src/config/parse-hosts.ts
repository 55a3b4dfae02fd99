const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const port = '(?::\\d{1,5})?';
// A wildcard covers a domain of at least two labels: `*` or `*.com` would allow everybody.
const host = new RegExp(`^(?:(?:${label}\\.)*${label}|\\*(?:\\.${label}){2,}|\\[[0-9a-f:]+\\])${port}$`);

/**
 * Hosts separated by commas or spaces, in lower case: `host`, `host:port`, `*.domain` (its subdomains) or `[IPv6]`.
 *
 * @returns undefined when one of them is anything else, an address with a scheme for example.
 */
export function parseHosts(text: string): readonly string[] | undefined {
  const hosts = text
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((part) => part !== '');
  return hosts.every((part) => host.test(part)) ? hosts : undefined;
}
