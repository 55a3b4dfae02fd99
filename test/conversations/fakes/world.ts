import { CodedError } from '../../../src/conversations/errors/coded-error.ts';
import { createConversations } from '../../../src/conversations/create-conversations.ts';
import type { Wish } from '../../../src/conversations/new-request.ts';
import type {
  ConversationSummary,
  Directory,
  GroupAudience,
  GroupSummary,
  PersonSummary,
  ThreadSummary,
} from '../../../src/conversations/ports/directory.ts';
import type { FetchedFile } from '../../../src/conversations/ports/file-source.ts';
import type { LookAnswer, LookQuery } from '../../../src/conversations/ports/lookout.ts';
import type { Posting, PostingOutcome } from '../../../src/conversations/ports/mailbox.ts';
import type { TokenAnswer } from '../../../src/conversations/ports/tokens.ts';
import type { ConversationRequest } from '../../../src/conversations/request.ts';
import { memoryFiles } from './memory-files.ts';
import { memoryLedger } from './memory-ledger.ts';
import { memorySlots } from './memory-slots.ts';

export const ada = {
  tenantId: '5c0ffee0-1111-4aaa-8bbb-000000000001',
  objectId: 'aaaaaaaa-0000-4000-8000-00000000000a',
  name: 'Ada Vance',
};

export const finance: GroupSummary = {
  id: 'dddddddd-0000-4000-8000-000000000001',
  name: 'Finance',
  mail: 'finance@contoso.com',
  type: 'microsoft365',
  own: true,
};

/** A small Microsoft 365 that answers as a test tells it, and the use cases on top of it. */
export function createWorld() {
  const state = {
    now: new Date('2026-11-20T12:00:00Z'),
    /** How far this machine's clock is ahead of the ledger's, in milliseconds. */
    skew: 0,
    groups: [finance],
    conversations: [] as ConversationSummary[],
    /** Threads by the conversation's id, newest first. */
    threads: {} as Record<string, ThreadSummary[]>,
    people: [] as PersonSummary[],
    peopleById: {} as Record<string, { name: string; mail?: string }>,
    /** What looking for people ends in, if not in an answer. */
    peopleError: undefined as CodedError | undefined,
    audience: {} as GroupAudience,
    audienceAsked: 0,
    domains: ['contoso.com'],
    /** Answers of the token room, in turn; the last one stays. */
    tokens: [
      { kind: 'token', token: 'token-1', expiresAt: new Date('2026-11-20T13:00:00Z') },
    ] as TokenAnswer[],
    /** Outcomes of POSTs, in turn; the last one stays. */
    outcomes: [{ kind: 'created', created: { conversationId: 'c1', threadId: 't1' } }] as PostingOutcome[],
    posted: [] as (Posting & { token: string })[],
    /** Answers of looks into the mailbox, in turn; the last one stays. */
    looks: [{ kind: 'complete', found: [] }] as LookAnswer[],
    looked: [] as LookQuery[],
    deleted: [] as string[],
    /** What the chat does with receipts, in turn; the last one stays. */
    chat: ['shown'] as ('shown' | 'unreachable' | 'fails')[],
    /** What comes of fetching files, by the key of their origin. */
    files: {} as Record<string, FetchedFile>,
    markerRefusedBy: new Set<string>(),
    /** Graph's clock, as far as it is known. */
    serverTime: undefined as Date | undefined,
    shown: [] as ConversationRequest[],
    /** Created requests that something followed, and what comes of it, in turn; the last one stays. */
    followed: [] as ConversationRequest[],
    following: ['done'] as ('done' | 'fails')[],
    askedFor: [] as unknown[],
    patienceEnds: false,
    beforeOutcome: async () => {},
  };
  const clock = { now: () => new Date(state.now.getTime() + state.skew) };
  const memory = memoryLedger(() => state.now);
  const turn = <T>(answers: T[]): T => (answers.length > 1 ? answers.shift()! : answers[0]!);
  const directory: Directory = {
    ownGroups: async (_, { query, limit }) =>
      state.groups.filter(({ own, name }) => own && matches(name, query)).slice(0, limit),
    groupById: async (_, id) => state.groups.find((group) => group.id === id),
    groupsByMail: async (_, mail) => state.groups.filter((group) => group.mail === mail.toLowerCase()),
    groupsByName: async (_, name, limit) =>
      state.groups.filter((group) => matches(group.name, name)).slice(0, limit),
    personById: async (_, id) => {
      if (state.peopleError !== undefined) throw state.peopleError;
      return state.peopleById[id];
    },
    peopleByName: async (_, name, limit) => {
      if (state.peopleError !== undefined) throw state.peopleError;
      return state.people.filter((person) => matches(person.name, name)).slice(0, limit);
    },
    audience: async () => {
      state.audienceAsked += 1;
      return state.audience;
    },
    ownDomains: async () => state.domains,
    threads: async (_, __, conversationId) => state.threads[conversationId] ?? [],
    conversations: async (_, __, limit) => state.conversations.slice(0, limit),
  };
  const fileStore = memoryFiles();
  const slots = memorySlots();
  const running: Promise<unknown>[] = [];
  let count = 0;
  const conversations = createConversations({
    ledger: memory.ledger,
    followUps: memory.followUps,
    followUp: async (request) => {
      state.followed.push(request);
      if (turn(state.following) === 'fails') throw new Error('nothing follows');
    },
    tokens: {
      graphToken: async (_, options) => {
        state.askedFor.push(options);
        return turn(state.tokens);
      },
    },
    directory,
    mailbox: {
      post: async (posting, { token }) => {
        state.posted.push({ ...posting, token });
        await state.beforeOutcome();
        return turn(state.outcomes);
      },
      deleteConversation: async ({ conversationId }) => void state.deleted.push(conversationId),
      serverTime: () => state.serverTime,
    },
    lookout: {
      look: async (query) => {
        state.looked.push(query);
        return turn(state.looks);
      },
    },
    fileSource: {
      fetch: async (origin) =>
        state.files[origin.key] ?? { kind: 'failed', error: new CodedError('FILE_NOT_FETCHED') },
    },
    fileStore,
    slots,
    tenants: {
      refusesMarker: async (tenantId) => state.markerRefusedBy.has(tenantId),
      rememberMarkerRefused: async (tenantId) => void state.markerRefusedBy.add(tenantId),
    },
    settleSchedule: [2_000, 5_000, 15_000],
    clock,
    log: { debug() {}, info() {}, warn() {}, error() {} },
    random: () => 0,
    postDeadline: 30_000,
    holder: 'here',
    receipts: {
      show: async (request) => {
        const answer = turn(state.chat);
        if (answer === 'fails') throw new Error('the chat did not answer');
        if (answer === 'unreachable') return { kind: 'unreachable' };
        state.shown.push(request);
        return { kind: 'shown', activityId: request.receipt?.activityId ?? `card-${request.id}` };
      },
    },
    ids: { hex: () => String((count += 1)).padStart(32, '0'), uuid: () => 'uuid', secret: () => 'secret' },
    timer: {
      // Only patience has a signal; it ends when a test says so, everything else at once.
      wait: (_, signal) =>
        state.patienceEnds || signal === undefined
          ? new Promise((resolve) => setImmediate(resolve))
          : new Promise((resolve) => signal.addEventListener('abort', () => resolve())),
    },
    background: { run: (_, work) => void running.push(work()) },
    patience: 3_000,
  });
  /** Takes what is due, one kind after the other, and waits until all of it is done; answers how much it was. */
  async function workDue(): Promise<number> {
    let taken = 0;
    for (const work of conversations.work) {
      const { length } = running;
      taken += await work.workDue();
      await Promise.all(running.slice(length));
    }
    return taken;
  }
  return {
    ...{ ...memory, directory, fileStore, slots, state },
    conversations: { ...conversations, workDue },
    settled: () => Promise.all(running),
  };
}

function matches(name: string, query = ''): boolean {
  return name.toLowerCase().includes(query.toLowerCase());
}

export function wish(
  differences: Partial<Wish['content']> & { sourceKey?: string; again?: boolean } = {},
): Wish {
  const { sourceKey = 'command|1', again = false, ...content } = differences;
  return {
    sourceKey,
    again,
    author: ada,
    content: {
      kind: 'conversation',
      typedGroup: 'Finance',
      topic: 'Budget',
      body: 'Hello\nall',
      people: [],
      notAddresses: [],
      ...content,
    },
    place: {
      channelId: 'msteams',
      serviceUrl: 'https://smba.trafficmanager.net/emea/',
      tenantId: ada.tenantId,
      chatId: 'a:1',
      chatType: 'personal',
      botId: '28:bot',
    },
  };
}

export function coded(...args: ConstructorParameters<typeof CodedError>): CodedError {
  return new CodedError(...args);
}
