import type { NotToldReason } from './receiver.ts';

/** People whom a notice to many did not surely reach, all for the same reason. */
export interface Gap {
  readonly kind: 'unreachable' | 'unconfirmed';
  readonly why?: NotToldReason;
  readonly count: number;
  /** The first few of those whose names are known. */
  readonly names: readonly string[];
}
