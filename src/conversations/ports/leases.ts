/** One holder's time with something that one instance at a time may use. */
export interface Lease {
  /** Makes the lease last `holdMs` from now; false when it has ended and somebody else may have it. */
  prolong(): Promise<boolean>;
  /** Gives it back; after its end that changes nothing. */
  free(): Promise<void>;
}

/** Exclusive use by name, over all instances. A lease ends by itself, so that whoever died blocks nobody for longer. */
export interface Leases {
  /** The lease of that name for `holdMs` milliseconds of the database's clock; undefined while somebody has it. */
  take(name: string, holdMs: number): Promise<Lease | undefined>;
}
