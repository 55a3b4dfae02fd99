/** Work that goes on after its turn was answered; the process waits for it before it stops. */
export interface Background {
  /** Starts the work; what it throws is logged under `name`. */
  run(name: string, work: () => Promise<unknown>): void;
}
