import { CodedError } from '../../../src/conversations/errors/coded-error.ts';
import type { Person } from '../../../src/conversations/person.ts';
import type { ReceiptPlace } from '../../../src/conversations/request.ts';
import type { TokenAnswer } from '../../../src/conversations/ports/tokens.ts';
import { createWatches } from '../../../src/watches/create-watches.ts';
import type { MailPost } from '../../../src/watches/mail-post.ts';
import type { Notice } from '../../../src/watches/notice.ts';
import type { NoticeOutcome } from '../../../src/watches/ports/notices.ts';
import type { FoundSubscription } from '../../../src/watches/ports/subscriptions.ts';
import type { WatchStore } from '../../../src/watches/ports/watch-store.ts';
import { memorySlots } from '../../conversations/fakes/memory-slots.ts';
import { group } from './numbers.ts';

export interface UseCaseOptions {
  holder?: string;
  now?: Date;
  sharedWatches?: boolean;
}

/** The use cases on a real store, and a small Graph that answers as a test tells it. */
export function createUseCases(
  store: WatchStore,
  { holder = 'here', now = new Date(), sharedWatches = true }: UseCaseOptions = {},
) {
  const state = {
    now,
    /** How far this machine's clock is ahead of Graph's, in milliseconds. */
    skew: 0,
    posts: [] as MailPost[],
    /** What Graph answers people with whatever they ask, by object id. */
    refuses: new Map<string, CodedError>(),
    signedOut: new Set<string>(),
    /** Entra gives no tokens, which takes so long to find out; in milliseconds. */
    entraSilentFor: 0,
    /** Whose token was asked for. */
    asked: [] as string[],
    /** Whose token was renewed although there was one, and who has none to be had so. */
    renewed: [] as string[],
    notRenewable: new Set<string>(),
    /** Threads whose posts cannot be read. */
    broken: new Map<string, CodedError>(),
    /** What happens while somebody's access is checked. */
    whileChecked: async (): Promise<void> => {},
    /** What creating a subscription ends in, in turn; the last one stays. */
    creating: ['made'] as ('made' | 'taken' | CodedError)[],
    existing: [] as FoundSubscription[],
    renewing: 'renewed' as 'renewed' | 'gone',
    calls: [] as string[],
    shown: [] as Notice[],
    outcome: { kind: 'delivered' } as NoticeOutcome,
    reads: 0,
    places: new Map<string, ReceiptPlace>(),
  };
  const turn = <T>(answers: T[]): T => (answers.length > 1 ? answers.shift()! : answers[0]!);
  const check = (token: string): void => {
    const error = state.refuses.get(token);
    if (error !== undefined) throw error;
  };
  const call = (text: string, token: string): void => {
    state.calls.push(`${text} as ${token.slice(0, 3)}`);
    check(token);
  };
  let made = 0;
  const slots = memorySlots();
  const tokens = {
    async graphToken({ objectId }: Person, options: { renew?: boolean } = {}): Promise<TokenAnswer> {
      state.asked.push(objectId);
      if (state.entraSilentFor > 0) {
        state.now = new Date(state.now.getTime() + state.entraSilentFor);
        return { kind: 'wait', until: state.now, error: new CodedError('SIGN_IN_UNAVAILABLE') };
      }
      if (options.renew === true) state.renewed.push(objectId);
      const isOut = state.signedOut.has(objectId) || (options.renew && state.notRenewable.has(objectId));
      if (isOut) return { kind: 'sign-in', error: new CodedError('SIGN_IN_REQUIRED') };
      return { kind: 'token', token: objectId, expiresAt: new Date(state.now.getTime() + 3_900_000) };
    },
  };
  const running: Promise<unknown>[] = [];
  const watches = createWatches({
    store,
    tokens,
    holder,
    mail: {
      open: (_, { token }) => ({
        async threads() {
          state.reads += 1;
          check(token);
          return [...new Set(state.posts.map(({ threadId }) => threadId))].map((id) => ({
            id,
            topic: 'Budget',
          }));
        },
        async posts({ id }) {
          const error = state.broken.get(id);
          if (error !== undefined) throw error;
          return state.posts.filter(({ threadId }) => threadId === id);
        },
      }),
      async checkAccess(_, token) {
        check(token);
        await state.whileChecked();
      },
      addresses: async () => [],
      serverTime: () => state.now,
    },
    subscriptions: {
      async create({ expiresAt }, token) {
        call('create', token);
        const answer = turn(state.creating);
        if (answer instanceof CodedError) throw answer;
        return answer === 'taken' ? undefined : { id: `s${(made += 1)}`, expiresAt };
      },
      async find(_, token) {
        call('find', token);
        return state.existing;
      },
      async renew(id, expiresAt, token) {
        call(`renew ${id}`, token);
        return state.renewing === 'gone' ? undefined : { id, expiresAt };
      },
      remove: async (id, token) => call(`remove ${id}`, token),
    },
    notices: {
      async deliver(notice) {
        state.shown.push(notice);
        return state.outcome;
      },
    },
    directory: {
      ownGroups: async () => [],
      groupById: async (_, id) =>
        id === group.id ? { ...group, type: 'microsoft365', own: true } : undefined,
      groupsByMail: async () => [],
      groupsByName: async () => [],
      conversations: async () => [{ id: 'c1', topic: 'Budget' }],
      threads: async () => [],
      personById: async () => undefined,
      peopleByName: async () => [],
      audience: async () => ({}),
      ownDomains: async () => [],
    },
    chats: {
      rememberPersonal: async () => {},
      personal: async ({ objectId }) => state.places.get(objectId),
      rememberShared: async () => {},
      newestShared: async (place) => place,
      anyOf: async () => undefined,
    },
    slots,
    clock: { now: () => new Date(state.now.getTime() + state.skew) },
    timer: { wait: () => new Promise((resolve) => setImmediate(resolve)) },
    ids: { hex: () => 'hex', uuid: () => 'uuid', secret: () => `secret-${(made += 1)}` },
    background: { run: (_, work) => void running.push(work()) },
    log: { debug() {}, info() {}, warn() {}, error() {} },
    random: () => 0,
    pollInterval: 60_000,
    sharedWatches,
  });
  const [groups, subscriptions, places] = watches.work;
  return {
    ...{ state, slots, watches, settled: () => Promise.all(running) },
    poll: () => groups!.workDue(),
    keep: () => subscriptions!.workDue(),
    tell: () => places!.workDue(),
  };
}
