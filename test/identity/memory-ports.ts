import { randomBytes, randomUUID } from 'node:crypto';
import { inspect } from 'node:util';
import { personKey, type Person } from '../../src/conversations/person.ts';
import type { Challenges } from '../../src/conversations/ports/challenges.ts';
import type { Ids } from '../../src/conversations/ports/ids.ts';
import type { Leases } from '../../src/conversations/ports/leases.ts';
import type { Log, LogFields } from '../../src/conversations/ports/log.ts';
import type { Ticket, Tickets } from '../../src/conversations/ports/tickets.ts';
import type { Timer } from '../../src/conversations/ports/timer.ts';
import type { TokenPartitions } from '../../src/conversations/ports/token-partitions.ts';
import { systemTimer } from '../../src/conversations/system/system-timer.ts';

/** The ports of `identity/`, in memory, with what they hold open to tests. */
export interface MemoryPorts {
  partitions: TokenPartitions & { held: Map<string, string>; of(person: Person): string };
  challenges: Challenges & { held: Map<string, string> };
  leases: Leases & { held: Set<string> };
  timer: Timer;
  tickets: Tickets & { held: Map<string, Ticket> };
  ids: Ids;
  log: Log & { lines: { level: string; fields: LogFields; message: string }[]; text(): string };
}

export function createMemoryPorts(): MemoryPorts {
  const held = new Map<string, string>();
  const challenges = new Map<string, string>();
  const leases = new Set<string>();
  const tickets = new Map<string, Ticket>();
  const lines: MemoryPorts['log']['lines'] = [];
  const line =
    (level: string) =>
    (fields: LogFields, message: string): void =>
      void lines.push({ level, fields, message });

  async function find(kind: string, id: string, now: Date): Promise<Ticket | undefined> {
    const ticket = tickets.get(`${kind} ${id}`);
    return ticket && ticket.expiresAt > now ? ticket : undefined;
  }

  function ofPerson(kind: string, person: Person, now: Date): Ticket[] {
    return [...tickets.values()].filter(
      (each) => each.kind === kind && personKey(each.person) === personKey(person) && each.expiresAt > now,
    );
  }

  return {
    partitions: {
      held,
      of: (person) => held.get(personKey(person)) ?? '',
      read: async (person) => held.get(personKey(person)),
      write: async (person, contents) => void held.set(personKey(person), contents),
      forget: async (person) => void held.delete(personKey(person)),
    },
    challenges: {
      held: challenges,
      read: async (person) => challenges.get(personKey(person)),
      write: async (person, claims) => void challenges.set(personKey(person), claims),
      forget: async (person) => void challenges.delete(personKey(person)),
    },
    leases: {
      held: leases,
      async take(name) {
        if (leases.has(name)) return undefined;
        leases.add(name);
        return { prolong: async () => leases.has(name), free: async () => void leases.delete(name) };
      },
    },
    timer: systemTimer,
    tickets: {
      held: tickets,
      put: async (ticket) => void tickets.set(`${ticket.kind} ${ticket.id}`, ticket),
      find,
      async use(kind, id, now) {
        const ticket = await find(kind, id, now);
        return ticket && tickets.delete(`${kind} ${id}`) ? ticket : undefined;
      },
      async forget(person) {
        for (const [key, ticket] of tickets)
          if (personKey(ticket.person) === personKey(person)) tickets.delete(key);
      },
      list: async (kind, person, now) => ofPerson(kind, person, now),
      async useAll(kind, person, now) {
        const theirs = ofPerson(kind, person, now);
        for (const { id } of theirs) tickets.delete(`${kind} ${id}`);
        return theirs;
      },
    },
    ids: {
      hex: () => randomBytes(16).toString('hex'),
      uuid: () => randomUUID(),
      secret: () => randomBytes(16).toString('base64url'),
    },
    log: {
      lines,
      text: () => inspect(lines, { depth: Infinity, maxArrayLength: null, maxStringLength: null }),
      debug: line('debug'),
      info: line('info'),
      warn: line('warn'),
      error: line('error'),
    },
  };
}
