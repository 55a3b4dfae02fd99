import { domainToASCII } from 'node:url';

import { z } from 'zod';

const address = z.email({ pattern: z.regexes.html5Email });

/**
 * Whether this is a mail address that Exchange Online could take: at most 64 octets before the `@` and 254 in all
 * (RFC 5321 §4.5.3.1, the path's 256 without its angle brackets), a domain with a dot, internationalised domains
 * and letters allowed. Quoted local parts and address literals are not.
 */
export function isMailAddress(text: string): boolean {
  if (text.length > 254) return false;
  const at = text.lastIndexOf('@');
  const local = text.slice(0, at);
  if (at < 1 || Buffer.byteLength(local) > 64 || Buffer.byteLength(text) > 254) return false;
  if (local.startsWith('.') || local.endsWith('.') || local.includes('..')) return false;
  // A host parser would also repair or cut: nothing but letters, digits, marks, dots and hyphens goes in.
  if (!/^[\p{L}\p{M}\p{N}.-]+$/u.test(text.slice(at + 1))) return false;
  const domain = domainToASCII(text.slice(at + 1));
  if (!/\.[a-z][a-z0-9-]*[a-z0-9]$/.test(domain)) return false;
  const asciiLocal = local.replace(/[\p{L}\p{M}\p{N}]/gu, 'x');
  return address.safeParse(`${asciiLocal}@${domain}`).success;
}
