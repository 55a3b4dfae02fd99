import type { Service } from './service-of.ts';

/** One request that reached the cloud server. Headers are not kept, so no token is. */
export interface TrafficEntry {
  at: Date;
  service: Service;
  method: string;
  /** As it came over the wire, still percent-encoded, without the query. */
  path: string;
  query: Record<string, string>;
  /** What the caller was answered; missing while it waits, and when the connection was cut. */
  status?: number;
  /** JSON and forms as objects, anything else as text; missing when there was none or nobody read it. */
  requestBody?: unknown;
}

/** Every condition given must hold. */
export interface TrafficFilter {
  service?: Service;
  method?: string;
  /** Tested against the path. */
  path?: RegExp;
  status?: number;
}

/** A record of everything that was asked of the cloud, oldest first. */
export interface Traffic {
  readonly entries: readonly TrafficEntry[];
  /** Takes an entry in; whoever adds it may fill in `status` and `requestBody` later. */
  add(entry: TrafficEntry): void;
  list(filter?: TrafficFilter): TrafficEntry[];
  count(filter?: TrafficFilter): number;
  clear(): void;
}

export function createTraffic(): Traffic {
  const entries: TrafficEntry[] = [];
  const list = (filter: TrafficFilter = {}): TrafficEntry[] => entries.filter((entry) => fits(entry, filter));
  return {
    entries,
    add: (entry) => void entries.push(entry),
    list,
    count: (filter) => list(filter).length,
    clear: () => void entries.splice(0),
  };
}

function fits(entry: TrafficEntry, { service, method, path, status }: TrafficFilter): boolean {
  return (
    (service === undefined || entry.service === service) &&
    (method === undefined || entry.method === method) &&
    (path === undefined || entry.path.search(path) >= 0) &&
    (status === undefined || entry.status === status)
  );
}
