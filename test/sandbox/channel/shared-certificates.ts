import { createCertificates } from '../../../src/sandbox/server/certificate.ts';
import type { Certificates } from '../../../src/sandbox/server/certificate.ts';
import { trustAuthority } from '../../../src/sandbox/server/trust-authority.ts';

let made: Promise<Certificates> | undefined;

/** One authority for all tests of this process, trusted by it. */
export function sharedCertificates(): Promise<Certificates> {
  made ??= createCertificates(new Date()).then((certificates) => {
    trustAuthority(certificates.authority);
    return certificates;
  });
  return made;
}
