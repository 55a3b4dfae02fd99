import assert from 'node:assert/strict';
import type { AnnouncementWish } from '../../../src/announcements/announcements.ts';
import type { ReceiptPlace } from '../../../src/conversations/request.ts';
import { personalChatId } from '../../../src/sandbox/channel/chats.ts';
import { eventually } from '../../e2e/start-world.ts';
import { everything } from '../cards/check-card.ts';
import { createPerson, type PersonAtBot, type ShownCard } from '../replay/create-person.ts';
import { startBot, type Bot } from '../replay/start-bot.ts';

/** What a sender orders while a notice is under way, and what others can do with it. */
describe('notices to many, under way', function () {
  this.timeout(30_000);
  let bot: Bot;
  let ada: PersonAtBot;
  beforeEach(async () => {
    bot = await startBot();
    ada = createPerson(bot, 'Ada');
    await ada.say('help');
  });
  afterEach(() => bot.stop());

  const tenantId = () => bot.sandbox.tenant.id;
  const place = (): ReceiptPlace => ({
    channelId: 'msteams',
    ...{ serviceUrl: bot.sandbox.channel.serviceUrl(), tenantId: tenantId() },
    ...{ chatId: personalChatId(bot.person('Ada')), chatType: 'personal' },
    botId: bot.sandbox.channel.botId,
  });
  async function start(wish: Pick<AnnouncementWish, 'audience' | 'content'>): Promise<string> {
    const { id: objectId, displayName: name } = bot.person('Ada');
    const { announcement } = await bot.announcements().start({
      ...{ sourceKey: 'test', sender: { kind: 'person', person: { tenantId: tenantId(), objectId, name } } },
      ...{ place: place(), ...wish },
    });
    return announcement.id;
  }
  const content = { kind: 'message', text: 'Fire drill at ten' } as const;
  const people = (...names: string[]) =>
    ({ kind: 'people', objectIds: names.map((name) => bot.person(name).id) }) as const;
  const card = (text: RegExp): Promise<ShownCard> =>
    eventually(`Ada reads ${text}`, () => {
      const found = bot
        .chat('Ada')
        .filter(({ attachments }) => attachments.some(({ contentType }) => contentType.includes('adaptive')))
        .map(({ id }) => ada.cardOf(id))
        .findLast((each) => text.test(each.text));
      return found;
    });
  const holdUp = (name: string) =>
    bot.sandbox.faults.add({
      ...{ service: 'channel', method: 'POST', when: 'before' },
      path: new RegExp(encodeURIComponent(personalChatId(bot.person(name)))),
      outcome: { status: 429, headers: { 'retry-after': '1' } },
    });
  const told = (name: string) =>
    bot.chat(name).filter(({ attachments }) => JSON.stringify(attachments).includes('Fire drill')).length;

  it('pause, go on and stop, as its sender says', async () => {
    const letGo = holdUp('Ben');
    const announcementId = await start({ audience: people('Ben', 'Chika'), content });
    const shown = await card(/Telling people in Teams/);
    const press = (order: string) =>
      ada.execute(`announcement.${order}`, { announcementId }, shown.messageId);
    await eventually('Chika is told', () => told('Chika') === 1);
    assert.match((await press('pause')).text, /Paused.*Nobody else is told until you resume/);
    letGo();
    await card(/Paused/);
    assert.match((await press('resume')).text, /Telling people in Teams/);
    await eventually('Ben is told', () => told('Ben') === 1);
    await card(/Everybody has been told/);
    assert.deepEqual([told('Ben'), told('Chika')], [1, 1]);
  });

  it('stop for those who were not told', async () => {
    holdUp('Ben');
    const announcementId = await start({ audience: people('Ben', 'Chika'), content });
    const shown = await card(/Telling people in Teams/);
    await eventually('Chika is told', () => told('Chika') === 1);
    // An older client: the card is replaced for everybody who sees it.
    await bot.deliver(
      bot.activities.submit(bot.person('Ada'), shown.messageId, {
        verb: 'announcement.stop',
        announcementId,
      }),
    );
    const stopped = await card(/Stopped.*Nobody else is told/);
    assert.equal(stopped.messageId, shown.messageId);
    assert.equal(told('Ben'), 0);
  });

  it('wait for a sign-in, ask for it, and go on by themselves', async () => {
    const { id, displayName: name } = bot.group('Finance');
    await start({ audience: { kind: 'members', group: { id, name } }, content });
    await card(/Waiting for your sign-in/);
    const asked = await eventually('the sign-in card', () =>
      bot
        .chat('Ada')
        .map(({ attachments }) => attachments[0]?.content as { tokenExchangeResource?: { id: string } })
        .find((each) => each?.tokenExchangeResource !== undefined),
    );
    const token = await bot.sandbox.entra.issueSsoToken(bot.person('Ada').id);
    const value = { id: asked.tokenExchangeResource!.id, connectionName: '', token };
    await bot.deliver(bot.activities.invoke(bot.person('Ada'), 'signin/tokenExchange', value));
    await eventually('Ben is told', () => told('Ben') === 1);
    assert.equal(told('Ada'), 1, 'only the progress card');
  });

  it('offer a form that each posts as themselves, in a channel a form of their own', async () => {
    await bot.signIn('Ada');
    await bot.signIn('Ben');
    const where = bot.beginThread('Ada');
    const form = { group: 'All Company', topic: 'Drill', body: 'I was there' };
    await start({
      audience: { kind: 'chat', chatId: where.channel },
      content: { ...content, form },
    });
    const message = await eventually('the notice in the channel', () =>
      bot.sandbox.channel.messages
        .list(where.channel)
        .findLast(({ attachments }) => JSON.stringify(attachments).includes('Fire drill')),
    );
    const button = everything(message.attachments).find(
      ({ type, data }) => type === 'Action.Submit' && JSON.stringify(data).includes('task/fetch'),
    );
    const inThread = { channel: where.channel, rootId: message.rootId! };
    for (const name of ['Ada', 'Ben']) {
      const invoke = (kind: string, value: object) =>
        bot.deliver(bot.activities.invoke(bot.person(name), kind, value, inThread));
      const opened = await invoke('task/fetch', { data: button?.['data'] });
      const dialog = JSON.stringify(opened.body);
      assert.match(dialog, /I was there/);
      const submit = everything(opened.body).find(({ data }) =>
        JSON.stringify(data ?? '').includes('conversation.post'),
      );
      const data = {
        ...(submit?.['data'] as object),
        ...{
          groupId: bot.group('All Company').id,
          topic: `Drill of ${name}`,
          body: 'I was there',
          people: '',
        },
      };
      await invoke('task/submit', { data });
    }
    const posted = bot
      .conversations('All Company')
      .map(({ topic, threads }) => [topic, threads[0]?.posts[0]?.sender.address]);
    assert.deepEqual(
      posted.toSorted((one, other) => `${one[0]}`.localeCompare(`${other[0]}`)),
      [
        ['Drill of Ada', bot.person('Ada').mail],
        ['Drill of Ben', bot.person('Ben').mail],
      ],
    );
  });

  it('offer in the own chat the form that was sent, and once posted an empty one', async () => {
    await bot.signIn('Ben');
    await start({ audience: people('Ben'), content: { ...content, form: { topic: 'Drill', body: 'Here' } } });
    await eventually('Ben is told', () => told('Ben') === 1);
    const notice = bot
      .chat('Ben')
      .findLast(({ attachments }) => JSON.stringify(attachments).includes('Fire'))!;
    const { formId } = everything(notice.attachments).find(({ data }) => data !== undefined)!['data'] as {
      formId: string;
    };
    const invoke = (name: string, kind: string, value: object) =>
      bot.deliver(bot.activities.invoke(bot.person(name), kind, value));
    const open = async (name: string) =>
      JSON.stringify((await invoke(name, 'task/fetch', { data: { formId } })).body);
    assert.match(await open('Ben'), /"value":"Here"/);
    assert.doesNotMatch(await open('Chika'), /Here/);
    const data = { formId, verb: 'conversation.post', groupId: bot.group('Finance').id };
    await invoke('Ben', 'task/submit', { data: { ...data, topic: 'Drill', body: 'Here', people: '' } });
    assert.equal(bot.conversations('Finance').length, 1);
    assert.doesNotMatch(await open('Ben'), /"value":"Here"/);
  });
});
