import assert from 'node:assert/strict';
import { everything } from '../cards/check-card.ts';
import { createPerson, type PersonAtBot, type ShownCard } from './create-person.ts';
import { startBot, type Bot } from './start-bot.ts';

describe('forwarding and deleting through the real adapter', () => {
  let bot: Bot;
  let ada: PersonAtBot;
  beforeEach(async () => {
    bot = await startBot();
    await bot.signIn('Ada');
    ada = createPerson(bot, 'Ada');
    await ada.say('start "Budget" in Finance: The plan');
    bot.traffic.clear();
  });
  afterEach(() => bot.stop());

  const deleted = () => bot.traffic.count({ service: 'graph', method: 'DELETE', path: /\/conversations\// });
  // What Ada has started is subscribed to meanwhile, which is a POST, too.
  const forwarded = () => bot.traffic.count({ service: 'graph', method: 'POST', path: /\/forward$/ });
  const dataOf = ({ card }: ShownCard, verb: string) =>
    everything(card).find((each) => each['verb'] === verb && each.type === 'Action.Execute')?.['data'] as
      Record<string, unknown> | undefined;
  /** Presses a button of a card; answers the card or line that came of it. */
  const press = (who: PersonAtBot, shown: ShownCard, verb: string, inputs: object = {}) => {
    const data = dataOf(shown, verb);
    assert.ok(data !== undefined, verb);
    return who.execute(verb, { ...data, ...inputs }, shown.messageId);
  };
  const ask = async (verb: string): Promise<ShownCard> => {
    await press(ada, ada.newest(), verb);
    return ada.newest();
  };
  const inbox = (name: string) => bot.sandbox.graph.mailboxes.inbox(bot.person(name).mail);

  describe('delete', () => {
    it('asks back with topic and group, and deletes once', async () => {
      const card = await ask('conversation.ask-delete');
      assert.match(card.text, /Delete this conversation\?.*Budget.*Finance/);
      assert.equal(bot.mail().length, 1);
      assert.match((await press(ada, card, 'conversation.delete')).text, /“Budget” is gone from Finance/);
      assert.match((await press(ada, card, 'conversation.delete')).text, /answered already/);
      assert.deepEqual([bot.mail().length, deleted()], [0, 1]);
    });

    it('keeps it when that is what was pressed', async () => {
      const card = await ask('conversation.ask-delete');
      assert.match((await press(ada, card, 'conversation.keep')).text, /“Budget” stays/);
      assert.match((await press(ada, card, 'conversation.delete')).text, /answered already/);
      assert.deepEqual([bot.mail().length, deleted()], [1, 0]);
    });

    it('takes one that is gone already for deleted', async () => {
      const card = await ask('conversation.ask-delete');
      const { id } = bot.group('Finance');
      bot.sandbox.graph.mailboxes.remove(id, bot.conversations('Finance')[0]!.id);
      assert.match((await press(ada, card, 'conversation.delete')).text, /is gone from Finance/);
    });

    it('is on the lines of a list, too', async () => {
      const list = await ada.say('recent "Finance"');
      await press(ada, list, 'conversation.ask-delete');
      assert.match(ada.newest().text, /Delete this conversation/);
    });

    it('says that Microsoft 365 does not let them', async () => {
      bot.sandbox.faults.add({
        ...{ service: 'graph', method: 'DELETE', when: 'before' },
        outcome: { status: 403 },
      });
      const card = await ask('conversation.ask-delete');
      const { text } = await press(ada, card, 'conversation.delete');
      assert.match(text, /does not let you delete conversations of Finance/);
    });

    for (const when of ['before', 'after'] as const)
      it(`says that it can be pressed again when the answer is lost ${when} it was deleted`, async () => {
        bot.sandbox.faults.add({ service: 'graph', method: 'DELETE', when, outcome: { status: 504 } });
        const card = await ask('conversation.ask-delete');
        const { text } = await press(ada, card, 'conversation.delete');
        assert.match(text, /cannot be reached.*again in a minute/);
        assert.equal(bot.mail().length, when === 'after' ? 0 : 1);
      });

    it('is not for anybody else to answer', async () => {
      const card = await ask('conversation.ask-delete');
      await bot.signIn('Ben');
      const { text } = await press(createPerson(bot, 'Ben'), card, 'conversation.delete');
      assert.match(text, /not yours/);
      assert.equal(bot.mail().length, 1);
    });
  });

  describe('forward', () => {
    it('sends the newest post to the people named, with the words, once', async () => {
      const card = await ask('conversation.ask-forward');
      const { mail } = bot.person('Ben');
      const inputs = { people: mail, comment: 'Please read' };
      assert.match((await press(ada, card, 'conversation.forward', inputs)).text, /on its way to one person/);
      assert.match((await press(ada, card, 'conversation.forward', inputs)).text, /answered already/);
      const [only, ...more] = inbox('Ben');
      assert.deepEqual([only?.subject, only?.comment, more.length], ['Budget', 'Please read', 0]);
      assert.equal(only?.from.address, bot.person('Ada').mail);
      assert.equal(forwarded(), 1);
    });

    it('asks again for people, with what was typed, and sends nothing', async () => {
      const card = await ask('conversation.ask-forward');
      const none = await press(ada, card, 'conversation.forward', { people: '', comment: 'Please read' });
      assert.match(none.text, /Nobody is named.*Please read/);
      const wrong = await press(ada, card, 'conversation.forward', { people: 'ben@', comment: '' });
      assert.match(wrong.text, /“ben@” is not a mail address/);
      const nobody = { people: `${bot.person('Ben').mail}, Zoe Nobody`, comment: 'Please read' };
      assert.match(
        (await press(ada, card, 'conversation.forward', nobody)).text,
        /nobody called “Zoe Nobody”.*Please read/,
      );
      assert.equal(forwarded(), 0);
      const { mail } = bot.person('Ben');
      await press(ada, card, 'conversation.forward', { people: mail, comment: '' });
      assert.equal(inbox('Ben').length, 1);
    });

    it('takes names, and people of the picker, each once', async () => {
      const card = await ask('conversation.ask-forward');
      const picker = everything(card.card).find(({ id }) => id === 'peopleIds');
      assert.deepEqual(picker?.['choices.data'], {
        type: 'Data.Query',
        dataset: 'graph.microsoft.com/users',
      });
      const peopleIds = [bot.person('Ben').id, bot.person('Chika').id].join(',');
      const inputs = { people: 'Ben Ray; dana@contoso.com', peopleIds, comment: '' };
      assert.match((await press(ada, card, 'conversation.forward', inputs)).text, /on its way to 3 people/);
      for (const name of ['Ben', 'Chika', 'Dana']) assert.equal(inbox(name).length, 1, name);
    });

    it('asks before it goes to people outside, and again when others are named meanwhile', async () => {
      const card = await ask('conversation.ask-forward');
      const inputs = { people: 'Ben Ray, eve@example.org', comment: 'Please read' };
      const question = await press(ada, card, 'conversation.forward', inputs);
      assert.match(
        question.text,
        /outside your organisation: 1\..*eve@example\.org.*Please read.*Yes, forward as me/,
      );
      const more = { ...inputs, people: 'Ben Ray, eve@example.org, mallory@example.net' };
      const other = await press(ada, question, 'conversation.forward', more);
      assert.match(other.text, /outside your organisation: 2\..*mallory@example\.net/);
      assert.equal(forwarded(), 0);
      const { text } = await press(ada, other, 'conversation.forward', more);
      assert.match(text, /on its way to 3 people/);
      assert.deepEqual([forwarded(), inbox('Ben').length], [1, 1]);
    });

    for (const when of ['before', 'after'] as const)
      it(`says honestly that it cannot tell when the answer is lost ${when} it was sent, and sends no second`, async () => {
        bot.sandbox.faults.add({
          ...{ service: 'graph', method: 'POST', path: /\/forward$/, when },
          outcome: { status: 504 },
        });
        const card = await ask('conversation.ask-forward');
        const inputs = { people: bot.person('Ben').mail, comment: '' };
        const { text } = await press(ada, card, 'conversation.forward', inputs);
        assert.match(text, /did not say whether it was forwarded.*Ask one of the people/);
        await press(ada, card, 'conversation.forward', inputs);
        assert.deepEqual([forwarded(), inbox('Ben').length], [1, when === 'after' ? 1 : 0]);
      });

    it('says that Microsoft 365 does not let them', async () => {
      bot.sandbox.faults.add({
        ...{ service: 'graph', method: 'POST', path: /\/forward$/, when: 'before' },
        outcome: { status: 403 },
      });
      const card = await ask('conversation.ask-forward');
      const { text } = await press(ada, card, 'conversation.forward', { people: bot.person('Ben').mail });
      assert.match(text, /does not let you forward posts of Finance/);
    });

    it('says it in German', async () => {
      const german = createPerson(bot, 'Ada', { locale: 'de-DE' });
      const list = await german.say('recent "Finance"');
      await press(german, list, 'conversation.ask-forward');
      assert.match(german.newest().text, /Den neuesten Beitrag weiterleiten/);
    });
  });
});
