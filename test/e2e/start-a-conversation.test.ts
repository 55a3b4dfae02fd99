import assert from 'node:assert/strict';
import type { MessageView } from '../../src/sandbox/client/message-view.ts';
import { signInByBrowser } from './sign-in-by-browser.ts';
import { eventually, startWorld, type World } from './start-world.ts';

/** All that a person reads on a card, in one text. */
function textOf(message: MessageView): string {
  return message.text + JSON.stringify(message.cards);
}

describe('starting a conversation, from end to end', function () {
  this.timeout(30_000);
  let world: World;

  before(async () => (world = await startWorld()));
  after(() => world.stop());

  it('signs in silently, posts once as the person, and shows one receipt', async () => {
    const { traffic, conversations, client, person, group } = world;
    const ada = client('Ada');
    await ada.open('personal');
    traffic.clear();
    const sent = await ada.send(
      'personal',
      'START “Budget 2027” in «Finance» with ben@contoso.com, "Chika Okoro" <chika@contoso.com>: Hello all,\nhere is the plan: 1 < 2 & 3.',
    );
    assert.equal(sent.delivery?.status, 200);
    const receipt = await eventually('the receipt', () =>
      ada.messages('personal').find((message) => textOf(message).includes('Conversation started')),
    );
    assert.match(textOf(receipt), /Budget 2027/);
    assert.match(textOf(receipt), /Finance/);
    assert.match(textOf(receipt), /Ada Vance/);

    const [conversation, ...others] = conversations('Finance');
    assert.equal(others.length, 0);
    assert.equal(conversation?.topic, 'Budget 2027');
    const post = conversation.threads[0]!.posts[0]!;
    assert.equal(post.sender.address, person('Ada').mail);
    assert.match(post.body.content, /Hello all,\r?\nhere is the plan: 1 (<|&lt;) 2 (&|&amp;) 3\./);

    const writes = traffic.list({ service: 'graph', method: 'POST' });
    assert.equal(writes.length, 1);
    assert.ok(writes[0]!.path.endsWith(`/groups/${group('Finance').id}/conversations`));
    const body = writes[0]!.requestBody as {
      topic: string;
      threads: {
        posts: { newParticipants: unknown; singleValueExtendedProperties: { value: string }[] }[];
      }[];
    };
    assert.equal(body.topic, 'Budget 2027');
    const [posted] = body.threads[0]!.posts;
    assert.deepEqual(posted!.newParticipants, [
      { emailAddress: { address: 'ben@contoso.com' } },
      { emailAddress: { name: 'Chika Okoro', address: 'chika@contoso.com' } },
    ]);
    assert.match(posted!.singleValueExtendedProperties[0]!.value, /^[0-9a-f]{32}$/);

    const order = traffic.entries
      .filter(({ service, method, path, requestBody }) => {
        const grant = (requestBody as { grant_type?: string } | undefined)?.grant_type;
        if (service === 'entra') return grant?.endsWith('jwt-bearer');
        return method === 'POST' && (service === 'graph' || path.includes('/activities'));
      })
      .map(({ service }) => service);
    assert.deepEqual(
      order,
      ['channel', 'entra', 'graph', 'channel'],
      'sign-in card, exchange, post, receipt',
    );
  });

  it('opens a form with what is there, and posts it when it is pressed', async () => {
    const { conversations, client, traffic } = world;
    const ada = client('Ada');
    const before = conversations('All Company').length;
    await ada.send('personal', 'start "Summer party"');
    const form = await eventually('the form', () =>
      ada.messages('personal').findLast((message) => textOf(message).includes('conversation.post')),
    );
    const choices = await ada.search(form.id, 'groupId', 'compan');
    assert.deepEqual(choices.length, 1);
    const inputs = { groupId: choices[0]!.value, topic: 'Summer party', body: '', people: 'not@address' };
    traffic.clear();
    const wrong = await ada.press(form.id, 'Post to the group', inputs, { useFallback: false });
    assert.ok(['card', 'invalid'].includes(wrong.kind));
    const again = await ada.press(form.id, 'Post to the group', { ...inputs, body: 'Who brings the cake?' });
    assert.equal(again.kind, 'card');
    const shown = ada.messages('personal').find(({ id }) => id === form.id)!;
    assert.match(textOf(shown), /not@address/);
    assert.match(textOf(shown), /Who brings the cake/);
    assert.equal(traffic.count({ service: 'graph', method: 'POST', path: /\/groups\// }), 0);

    const [one, two] = await Promise.all(
      [1, 2].map(() =>
        ada.press(form.id, 'Post to the group', { ...inputs, body: 'Who brings the cake?', people: '' }),
      ),
    );
    // Whoever presses second is told that it is being posted, unless that is over already.
    for (const press of [one, two])
      assert.ok(press?.kind === 'card' || press?.kind === 'message', press?.kind);
    await eventually('the receipt', () =>
      ada
        .messages('personal')
        .find((message) => message.id === form.id && textOf(message).includes('Conversation started')),
    );
    assert.equal(conversations('All Company').length, before + 1);
    assert.equal(traffic.count({ service: 'graph', method: 'POST', path: /\/groups\// }), 1);
  });

  it('takes a redelivered activity as the same request', async () => {
    const { conversations, client, sandbox } = world;
    const ben = client('Ben');
    const { activity } = await ben.send('personal', 'start "Once" in Finance: only once');
    const deliveries = await Promise.all([1, 2].map(() => sandbox.channel.deliver(activity!)));
    assert.deepEqual(
      deliveries.map(({ status }) => status),
      [200, 200],
    );
    await eventually('the post', () => conversations('Finance').some(({ topic }) => topic === 'Once'));
    const receipts = () =>
      ben.messages('personal').filter((message) => textOf(message).includes('Conversation started'));
    await eventually('the receipt', () => receipts().length > 0);
    await sandbox.channel.deliver(activity!);
    assert.equal(conversations('Finance').filter(({ topic }) => topic === 'Once').length, 1);
    assert.equal(receipts().length, 1);
  });

  it('asks for consent where there is none, and goes on by itself', async () => {
    const { conversations, client, person } = world;
    const chika = client('Chika');
    await chika.send('personal', 'start "Leave plan" in "All Company": When are you away?');
    const asked = await eventually('the button', () =>
      chika.messages('personal').find(({ signIn }) => signIn !== undefined),
    );
    assert.equal(
      conversations('All Company').some(({ topic }) => topic === 'Leave plan'),
      false,
    );
    const end = await signInByBrowser(asked.signIn!.url, { personId: person('Chika').id });
    assert.equal(end.status, 200);
    assert.match(end.html, /signed in/i);
    await eventually('the post', () =>
      conversations('All Company').some(({ topic }) => topic === 'Leave plan'),
    );
    await eventually('the receipt', () =>
      chika.messages('personal').find((message) => textOf(message).includes('Conversation started')),
    );
  });

  it('works in a channel for whoever sends it, and tells the others how to sign in', async () => {
    const { conversations, client } = world;
    const ben = client('Ben');
    await ben.send('Launch', 'start "Launch date" in Finance: We launch on Monday.', { mention: true });
    await eventually('the receipt', () =>
      ben.messages('Launch').find((message) => textOf(message).includes('Conversation started')),
    );
    assert.equal(conversations('Finance').filter(({ topic }) => topic === 'Launch date').length, 1);
  });

  it('starts a thread in a conversation', async () => {
    const { conversations, client } = world;
    const ada = client('Ada');
    await ada.send('personal', 'thread "Travel" in "Finance" / "Budget 2027": Who travels?');
    await eventually('the thread', () =>
      conversations('Finance').some(
        ({ topic, threads }) =>
          topic === 'Budget 2027' && threads.some((thread) => thread.topic === 'Travel'),
      ),
    );
    await eventually('the receipt', () =>
      ada.messages('personal').find((message) => textOf(message).includes('Thread started')),
    );
  });

  it('says what is wrong with the group, with the text still there', async () => {
    const { client } = world;
    const ada = client('Ada');
    const tries = {
      'start "X1" in "Nobody": text one': /no group called “Nobody”/,
      'start "X2" in "Financ": text two': /No group is called exactly “Financ”/,
      'start "X3" in "Building Access": text three': /not a Microsoft 365 group/,
      'start "X4" in board@contoso.com: text four': /does not let you|no group called/,
    };
    for (const [command, sentence] of Object.entries(tries)) {
      await ada.send('personal', command);
      const topic = command.slice(7, 9);
      const form = await eventually(`an answer to ${command}`, () =>
        ada
          .messages('personal')
          .findLast((message) => message.cards.length > 0 && textOf(message).includes(topic)),
      );
      assert.match(textOf(form), sentence);
      assert.match(textOf(form), /text (one|two|three|four)/);
    }
  });

  it('never logs a token', () => {
    assert.ok(world.log.length > 10);
    assert.equal(world.log.filter((line) => /eyJ[\w-]{10,}/.test(line)).length, 0);
  });
});
