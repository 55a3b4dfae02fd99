import { BlockList, isIPv6 } from 'node:net';

/** Addresses that are not of the public internet (IANA special-purpose registries, RFC 6890 and its updates). */
const special4 = new BlockList();
const special6 = new BlockList();
for (const [net, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  // Azure's own services for the machines in it (learn.microsoft.com, “What is IP address 168.63.129.16?”).
  ['168.63.129.16', 32],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  special4.addSubnet(net, prefix, 'ipv4');
for (const [net, prefix] of [
  // The public internet is 2000::/3 (IANA, IPv6 global unicast address space): everything around it, IPv4 in other clothes
  // among it, and what is special inside.
  ['::', 3],
  ['4000::', 2],
  ['8000::', 1],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  special6.addSubnet(net, prefix, 'ipv6');

/** Whether an address belongs to this machine, its network, or nobody. */
export function isPrivateAddress(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return special4.check(mapped, 'ipv4');
  if (/^::ffff:/i.test(address)) return true;
  return isIPv6(address) ? special6.check(address, 'ipv6') : special4.check(address, 'ipv4');
}
