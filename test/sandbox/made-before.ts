import { makeKeyPair, type MakeKeyPair } from '../../src/sandbox/server/make-key-pair.ts';
import { sharedCertificates } from './channel/shared-certificates.ts';

/** More than the keys of one sandbox, so that a key that is rolled over is another one. */
const count = 4;
const pairs: ReturnType<typeof makeKeyPair>[] = [];
let next = 0;

/** Hands out the keys of a ring, one after the other. */
export const keyFromRing: MakeKeyPair = () => {
  const at = next % count;
  next += 1;
  return (pairs[at] ??= makeKeyPair());
};

/**
 * For the many sandboxes that the tests of one process start after each other: one authority, which this process trusts,
 * and a ring of keys. Making them anew would take most of the time that a sandbox needs to start.
 */
export async function madeBefore() {
  return { certificates: await sharedCertificates(), trust: false, makeKeyPair: keyFromRing };
}
