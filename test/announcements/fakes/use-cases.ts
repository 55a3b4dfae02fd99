import type { Announcement } from '../../../src/announcements/announcement.ts';
import type { AnnouncementWish } from '../../../src/announcements/announcements.ts';
import { createAnnouncements } from '../../../src/announcements/create-announcements.ts';
import type { MessageOutcome } from '../../../src/announcements/ports/announcement-messages.ts';
import type { AnnouncementStore } from '../../../src/announcements/ports/announcement-store.ts';
import { CodedError } from '../../../src/conversations/errors/coded-error.ts';
import type { TokenAnswer } from '../../../src/conversations/ports/tokens.ts';
import { ada, place } from '../../storage/sample-request.ts';

export const sender = { kind: 'person', person: { ...ada, name: 'Ada' } } as const;
export const group = { id: 'g1', name: 'Finance' };

/** The use cases on a real store, with a Teams and a Graph that answer as a test tells them. */
export function createUseCases(store: AnnouncementStore, { holder = 'here', now = new Date() } = {}) {
  const state = {
    now,
    /** Pages of the group's members. */
    pages: [[]] as string[][],
    /** How tokens were asked for. */
    tokensAsked: [] as unknown[],
    token: 'ok' as 'ok' | 'sign-in' | 'wait',
    /** What reading the members is refused with. */
    refuses: undefined as CodedError | undefined,
    /** What telling somebody ends in, by id; `delivered` unless told. */
    outcomes: new Map<string, MessageOutcome | Error | Promise<MessageOutcome>>(),
    /** What all others are answered with. */
    outcome: { kind: 'delivered' } as MessageOutcome,
    told: [] as string[],
    asked: [] as (string | undefined)[],
    /** What happens before a page is answered, and while a card is shown. */
    beforePage: (_position: string | undefined): void => {},
    whileShown: async (): Promise<void> => {},
    shown: [] as { announcement: Announcement; activityId: string | undefined }[],
    showing: 'shown' as 'shown' | 'gone' | Error,
    waits: [] as number[],
  };
  const running = new Set<Promise<unknown>>();
  let made = 0;
  const announcements = createAnnouncements({
    ...{ store, holder },
    messages: {
      async tell({ id }) {
        state.told.push(id);
        const outcome = await (state.outcomes.get(id) ?? state.outcome);
        if (outcome instanceof Error) throw outcome;
        return outcome;
      },
      async showProgress(announcement, activityId) {
        state.shown.push({ announcement, activityId });
        await state.whileShown();
        if (state.showing instanceof Error) throw state.showing;
        return state.showing === 'gone'
          ? { kind: 'gone' }
          : { kind: 'shown', activityId: activityId ?? 'card' };
      },
    },
    members: {
      async page(_, { position }) {
        state.asked.push(position);
        state.beforePage(position);
        if (state.refuses !== undefined) throw state.refuses;
        const n = Number(position ?? 0);
        const members = (state.pages[n] ?? []).map((id) => ({ id, name: `Name of ${id}` }));
        return { members, ...(n + 1 < state.pages.length && { next: String(n + 1) }) };
      },
    },
    tokens: {
      async graphToken(_, options): Promise<TokenAnswer> {
        state.tokensAsked.push(options);
        const error = new CodedError('SIGN_IN_REQUIRED');
        if (state.token === 'sign-in') return { kind: 'sign-in', error };
        const later = new Date(state.now.getTime() + 60_000);
        if (state.token === 'wait') return { kind: 'wait', until: later, error };
        return { kind: 'token', token: 'token', expiresAt: later };
      },
    },
    clock: { now: () => state.now },
    timer: {
      async wait(ms) {
        state.waits.push(ms);
        await new Promise((resolve) => setImmediate(resolve));
      },
    },
    ids: { hex: () => `announcement-${(made += 1)}`, uuid: () => 'uuid', secret: () => 'secret' },
    background: {
      run(_, work) {
        const task = work().finally(() => running.delete(task));
        running.add(task);
      },
    },
    log: { debug() {}, info() {}, warn() {}, error() {} },
    random: () => 0,
  });
  const [gathering, telling, cards] = announcements.work;
  const settled = async (): Promise<void> => {
    while (running.size > 0) await Promise.all(running);
  };
  return {
    ...{ state, announcements, settled },
    gather: () => gathering!.workDue(),
    /** One round of telling, and what it began. */
    async tell(): Promise<number> {
      const taken = await telling!.workDue();
      await settled();
      return taken;
    },
    /** One round of telling, of which something may be on its way still. */
    begin: () => telling!.workDue(),
    show: () => cards!.workDue(),
    /** Starts one to these people, or to the group's members. */
    async start(people: readonly string[] | 'members', changes: Partial<AnnouncementWish> = {}) {
      const { announcement } = await announcements.start({
        ...{ sourceKey: `key-${(made += 1)}`, sender, place, content: { kind: 'message', text: 'Hello' } },
        audience: people === 'members' ? { kind: 'members', group } : { kind: 'people', objectIds: people },
        ...changes,
      });
      return announcement;
    },
    now: async (id: string) => (await announcements.find(id, sender))!,
    /** Ids of receivers by their state. */
    async stateOf(id: string): Promise<Record<string, string[]>> {
      const all = await announcements.receivers(id, { limit: 1_000 });
      return Object.fromEntries(
        [...new Set(all.map((each) => each.state))].map((each) => [
          each,
          all.filter((receiver) => receiver.state === each).map((receiver) => receiver.id),
        ]),
      );
    },
  };
}

export type UseCases = ReturnType<typeof createUseCases>;
