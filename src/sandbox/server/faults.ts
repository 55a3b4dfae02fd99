import { serviceOf, type Service } from './service-of.ts';

/** What a caller meets instead of, or before, the answer. */
export type Misfortune =
  | { status: number; headers?: Record<string, string>; body?: unknown }
  /** The connection is cut without an answer. */
  | 'reset'
  /** No answer ever comes; the connection stays open until the caller gives up. */
  | 'hang'
  | { delayMs: number }
  /**
   * Only for Graph: it goes on when this resolves, whether or not the caller is still there by then. With `before`
   * something can so be created long after everybody has given up.
   */
  | { heldUntil: Promise<unknown> };

export interface Fault {
  service?: Service;
  method?: string;
  /** Tested against the path, without the query. */
  path?: RegExp;
  /** For how many requests; without it, until removed. */
  times?: number;
  /** `before`: the handler never runs. `after`: it runs to its end (and commits), the caller gets the fault instead. */
  when: 'before' | 'after';
  outcome: Misfortune;
}

/** The faults that are switched on; the oldest one that fits a request is the one it meets. */
export interface Faults {
  /** Switches a fault on; the function it answers switches it off. */
  add(fault: Fault): () => void;
  clear(): void;
  /** The fault that this request meets, counted as used. */
  take(request: { method: string; path: string }): Fault | undefined;
}

export function createFaults(): Faults {
  const active = new Set<{ fault: Fault; left: number }>();
  return {
    add(fault) {
      const entry = { fault, left: fault.times ?? Infinity };
      active.add(entry);
      return () => void active.delete(entry);
    },
    clear: () => active.clear(),
    take(request) {
      for (const entry of active) {
        if (!fits(entry.fault, request)) continue;
        entry.left -= 1;
        if (entry.left <= 0) active.delete(entry);
        return entry.fault;
      }
      return undefined;
    },
  };
}

function fits({ service, method, path }: Fault, request: { method: string; path: string }): boolean {
  return (
    (service === undefined || service === serviceOf(request.path)) &&
    (method === undefined || method === request.method) &&
    (path === undefined || request.path.search(path) >= 0)
  );
}
