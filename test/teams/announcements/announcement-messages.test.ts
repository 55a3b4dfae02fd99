import assert from 'node:assert/strict';
import type { Announcement } from '../../../src/announcements/announcement.ts';
import type { Gap } from '../../../src/announcements/gap.ts';
import type { Form } from '../../../src/conversations/ports/forms.ts';
import type { ReceiptPlace } from '../../../src/conversations/request.ts';
import { createAnnouncementMessages } from '../../../src/teams/announcements/create-announcement-messages.ts';
import { createChatToCome, type ChatToCome } from '../../../src/teams/channel/create-chat-to-come.ts';
import { createProactiveMessages } from '../../../src/teams/notices/create-proactive-messages.ts';
import { sampleAnnouncement } from '../../announcements/fakes/sample-announcement.ts';
import { startChannelWorld, type ChannelWorld } from '../channel/start-channel-world.ts';

/** Notices to many on the wire: what receivers and the sender are shown, and what becomes of it. */
describe('messages of notices to many', () => {
  let world: ChannelWorld;
  before(async () => {
    world = await startChannelWorld();
  });
  after(() => world.stop());
  beforeEach(() => world.clear());

  function open(options: Options = {}) {
    const { known, paced = [], gaps = [], chatToCome = () => undefined, shared = new Map() } = options;
    const personal = new Map<string, ReceiptPlace>(known && [[world.ada.id, known]]);
    const forms = new Map<string, Form>();
    const chats = {
      rememberPersonal: async ({ objectId }: { objectId: string }, place: ReceiptPlace) =>
        void personal.set(objectId, place),
      personal: async ({ objectId }: { objectId: string }) => {
        if (options.broken === 'chats') throw new Error('no database');
        return personal.get(objectId);
      },
      rememberShared: async () => {},
      newestShared: async (place: ReceiptPlace) => ({ ...place, ...shared.get(place.chatId) }),
      anyOf: async () => (options.unknown ? undefined : world.place),
    };
    const log = { trace() {}, debug() {}, info() {}, warn() {}, error() {}, fatal() {} } as never;
    const { messages: sent, clients } = world;
    const proactive = createProactiveMessages({
      ...{ messages: sent, clients, chats, log },
      reach: { lost: async () => {}, unreachable: async () => undefined, regained: async () => false },
      pace: { take: async () => paced.shift() ?? 0, count: () => {} },
      timer: { wait: async () => {} },
      isServiceUrlAllowed: () => true,
    });
    const parts = {
      ...{ chats, messages: sent, log, outlook: 'https://outlook.example' },
      forms: {
        async put(form: Form) {
          if (options.broken === 'forms') throw new Error('no database');
          if (!forms.has(form.id)) forms.set(form.id, form);
        },
      },
      ids: { hex: () => 'random' },
      clock: { now: () => new Date('2026-11-20T12:00:00Z') },
    } as never;
    const made = createAnnouncementMessages(parts, { proactive, chatToCome }, async () => gaps);
    const tenantId = world.place.tenantId;
    const announcement = (changes: Partial<Announcement> = {}) =>
      sampleAnnouncement({
        sender: { kind: 'app', tenantId, client: 'c', name: 'Payroll' },
        ...changes,
      });
    const tell = (told: Announcement, id = world.ada.id) => made.tell({ id }, told);
    return {
      tell,
      announcement,
      forms,
      show: (...wish: Parameters<typeof made.showProgress>) => made.showProgress(...wish),
    };
  }
  interface Options {
    known?: ReceiptPlace;
    paced?: number[];
    gaps?: Gap[];
    /** Nobody of the tenant has written to the bot. */
    unknown?: true;
    chatToCome?: ChatToCome;
    /** Addresses of channels and group chats. */
    shared?: ReadonlyMap<string, Pick<ReceiptPlace, 'serviceUrl' | 'botId'>>;
    /** What cannot be read or written. */
    broken?: 'chats' | 'forms';
  }
  const newest = (chatId = world.place.chatId): string =>
    JSON.stringify(world.sandbox.channel.messages.list(chatId).at(-1)?.attachments).replaceAll(
      /[\u2060\u2068\u2069]/g,
      '',
    );
  const offering = {
    content: { kind: 'message', text: 'Join in', form: { group: 'Finance', topic: 'Budget' } },
  } as const;

  it('speak the language of the receiver’s chat, and English to somebody new', async () => {
    const german = open({ known: { ...world.place, locale: 'de-DE' } });
    assert.deepEqual((await german.tell(german.announcement())).kind, 'delivered');
    assert.match(newest(), /Nachricht von Payroll/);
    const { tell, announcement } = open();
    await tell(announcement({ place: { ...world.place, locale: 'de-DE' } }));
    assert.match(newest(), /Message from Payroll/);
  });

  it('offer the same form when the same notice goes out again, bound to the chat that it reached', async () => {
    const { tell, announcement, forms } = open({ paced: [5_000] });
    const told = announcement(offering);
    assert.deepEqual(await tell(told), { kind: 'retry', afterMs: 5_000 });
    assert.equal((await tell(told)).kind, 'delivered');
    const first = newest();
    await tell(told);
    assert.equal(newest(), first);
    const [form] = forms.values();
    assert.equal(forms.size, 1);
    assert.ok(first.includes(form!.id));
    assert.equal(form!.chatId, world.place.chatId);
    assert.equal(form!.person.objectId, world.ada.id);
    assert.deepEqual(form!.draft, {
      kind: 'conversation',
      ...{ group: 'Finance', topic: 'Budget', body: '', people: '' },
    });
  });

  it('go into a channel, with a form that is everybody’s to begin with', async () => {
    const channel = world.sandbox.channel.chats.find(({ kind }) => kind === 'channel')!;
    const { tell, announcement, forms } = open();
    const audience = { kind: 'chat', chatId: channel.id } as const;
    assert.equal((await tell(announcement({ ...offering, audience }), channel.id)).kind, 'delivered');
    assert.match(newest(channel.id), /Join in/);
    assert.equal([...forms.values()][0]?.draft.offered, true);
    assert.notEqual([...forms.values()][0]?.person.objectId, world.ada.id);
    const german = { ...world.place, locale: 'de-DE' };
    await tell(announcement({ ...offering, audience, place: german }), channel.id);
    assert.match(newest(channel.id), /Nachricht von Payroll/);
    assert.deepEqual(await tell(announcement({ audience }), '19:elsewhere@thread.tacv2'), {
      kind: 'unreachable',
      reason: 'gone',
    });
  });

  it('begin at the cloud’s own address where nobody of the tenant has written to the bot', async () => {
    const serviceUrl = world.place.serviceUrl.replace(/\/$/, '');
    const chatToCome = createChatToCome({ appId: world.sandbox.tenant.app.id, serviceUrl });
    const { tell, announcement } = open({ unknown: true, chatToCome });
    assert.equal((await tell(announcement())).kind, 'delivered');
    assert.match(newest(), /Message from Payroll/);
    const nowhere = { appId: world.sandbox.tenant.app.id, serviceUrl: undefined };
    const china = open({ unknown: true, chatToCome: createChatToCome(nowhere) });
    assert.deepEqual(await china.tell(china.announcement()), {
      kind: 'unreachable',
      reason: 'not-installed',
    });
  });

  it('go into a channel of a tenant where the bot knows nothing but that channel', async () => {
    const { id } = world.sandbox.channel.chats.find(({ kind }) => kind === 'channel')!;
    const { serviceUrl, botId } = world.place;
    const { tell, announcement } = open({ unknown: true, shared: new Map([[id, { serviceUrl, botId }]]) });
    const audience = { kind: 'chat', chatId: id } as const;
    assert.equal((await tell(announcement({ audience }), id)).kind, 'delivered');
    const gone = open({ unknown: true });
    assert.deepEqual(await gone.tell(announcement({ audience }), id), {
      kind: 'unreachable',
      reason: 'not-installed',
    });
  });

  for (const broken of ['chats', 'forms'] as const)
    it(`may be sent again when nothing left because ${broken} could not be reached`, async () => {
      const { tell, announcement } = open({ broken, known: world.place });
      assert.deepEqual(await tell(announcement(offering)), { kind: 'retry' });
      assert.equal(world.requests('POST').length, 0);
    });

  it('say what became of them', async () => {
    const { tell, announcement } = open({ known: world.place });
    const path = /activities$/;
    const end = world.sandbox.faults.add({
      ...{ service: 'channel', method: 'POST', when: 'after', path },
      outcome: { status: 502 },
    });
    assert.deepEqual(await tell(announcement()), { kind: 'unconfirmed' });
    end();
    const body = { error: { code: 'BotNotInConversationRoster' } };
    world.sandbox.faults.add({
      ...{ service: 'channel', method: 'POST', when: 'before', path },
      outcome: { status: 403, body },
    });
    assert.deepEqual(await tell(announcement()), { kind: 'unreachable', reason: 'not-installed' });
  });

  it('keep one progress card, and a new one where it is gone', async () => {
    const { show, announcement } = open();
    const shown = await show({ ...announcement(), place: world.place }, undefined);
    assert.ok(shown.kind === 'shown');
    const count = world.chat().length;
    const done = { total: 1, waiting: 0, delivered: 1, unreachable: 0, unconfirmed: 0, stopped: 0 };
    const ended = { ...announcement({ state: 'done', counts: done }), place: world.place };
    assert.deepEqual(await show(ended, shown.activityId), shown);
    assert.equal(world.chat().length, count);
    assert.match(newest(), /Everybody has been told/);
    const again = await show(ended, '1');
    assert.ok(again.kind === 'shown' && again.activityId !== shown.activityId);
    const elsewhere = { ...ended, place: { ...world.place, chatId: 'a:1gone' } };
    assert.deepEqual(await show(elsewhere, undefined), { kind: 'gone' });
    world.sandbox.faults.add({
      ...{ service: 'channel', method: 'PUT', when: 'before', path: /./ },
      outcome: { status: 500 },
    });
    await assert.rejects(show(ended, again.activityId));
    world.sandbox.faults.clear();
    const refused = { status: 403, body: { error: { code: 'SomethingNew' } } };
    world.sandbox.faults.add({
      ...{ service: 'channel', method: 'PUT', when: 'before', path: /./ },
      outcome: refused,
    });
    assert.deepEqual(await show(ended, again.activityId), { kind: 'gone' });
  });

  it('name at the end who was not told, by kind', async () => {
    const gaps: Gap[] = [
      ...([
        {
          kind: 'unreachable',
          why: 'not-installed',
          count: 6,
          names: ['Ben Ray', 'Chika Okoro', 'D', 'E', 'F'],
        },
        { kind: 'unreachable', why: 'blocked', count: 1, names: [] },
        { kind: 'unconfirmed', count: 1, names: ['Eve'] },
      ] as const),
    ];
    const { show, announcement } = open({ gaps });
    const counts = { total: 9, waiting: 0, delivered: 1, unreachable: 7, unconfirmed: 1, stopped: 0 };
    await show({ ...announcement({ state: 'done', counts }), place: world.place }, undefined);
    const card = newest();
    assert.match(card, /not everybody could be told/);
    assert.match(card, /Kickoff is not added there: Ben Ray, Chika Okoro, D, E, F, and 1 more/);
    assert.match(card, /Kickoff is blocked there: one person/);
    assert.match(card, /– Eve/);
    assert.match(card, /announcement\.export/);
  });
});
