import type { lookup as lookUp, LookupAddress, LookupOptions } from 'node:dns';
import { isPrivateAddress } from './is-private-address.ts';

/** A name stands for an address that is not public. */
export class PrivateAddress extends Error {}

type Answered = (error: Error | null, address: string | LookupAddress[], family?: number) => void;

/** A lookup for one connection that fails with `PrivateAddress` unless every address of the name is public. */
export function publicOnly(lookup: typeof lookUp) {
  return (host: string, options: LookupOptions, answered: Answered): void => {
    lookup(host, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return answered(error, []);
      const refused = addresses.find(({ address }) => isPrivateAddress(address));
      const [first] = addresses;
      if (refused !== undefined || first === undefined)
        return answered(new PrivateAddress('a private address'), []);
      return options.all ? answered(null, addresses) : answered(null, first.address, first.family);
    });
  };
}
