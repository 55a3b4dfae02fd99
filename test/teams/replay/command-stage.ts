import sinon from 'sinon';
import { checkCard, checkCardSchema, everything } from '../cards/check-card.ts';
import { createPerson, type PersonAtBot, type ShownCard } from './create-person.ts';
import { startBot, type Bot } from './start-bot.ts';

/** A channel's thread, or a group chat. */
export interface Shared {
  channel: string;
  rootId: string;
  type?: string;
}

/** Of the suites of commands: a bot to which Ada is signed in, fresh for each test, and what its tests do again and again. */
export function commandStage() {
  let bot: Bot;
  let ada: PersonAtBot;
  beforeEach(async () => {
    bot = await startBot();
    await bot.signIn('Ada');
    ada = createPerson(bot, 'Ada');
  });
  afterEach(() => bot.stop());

  /** What happens now, so many minutes ago: mailboxes count in seconds. */
  function earlier<Answer>(minutes: number, happen: () => Answer): Answer {
    const clock = sinon.useFakeTimers({ toFake: ['Date'], now: Date.now() - minutes * 60_000 });
    try {
      return happen();
    } finally {
      clock.restore();
    }
  }

  /** A post that somebody wrote in Outlook. */
  function postBy(name: string, content: string) {
    const { displayName, mail: address } = bot.person(name);
    return { sender: { name: displayName, address }, body: { contentType: 'text', content } } as const;
  }

  const begin = (group: string, topic: string, text: string, minutesAgo = 0) =>
    earlier(minutesAgo, () =>
      bot.sandbox.graph.mailboxes.createConversation(bot.group(group).id, {
        topic,
        post: postBy('Ben', text),
      }),
    );

  const texts = (group: string, topic: string) =>
    bot
      .conversations(group)
      .filter((each) => each.topic === topic)
      .flatMap(({ threads }) => threads.flatMap(({ posts }) => posts.map(({ body }) => body.content)));
  const posts = () => bot.traffic.count({ service: 'graph', method: 'POST', path: /\/groups\// });
  const valid = (shown: ShownCard): ShownCard => {
    checkCard(shown.card);
    checkCardSchema(shown.card);
    return shown;
  };
  const action = (shown: ShownCard, verb: string, nth = 0) =>
    everything(shown.card).filter((each) => each['type'] === 'Action.Execute' && each['verb'] === verb)[
      nth
    ]?.['data'] as Record<string, unknown>;
  const press = (person: PersonAtBot, shown: ShownCard, verb: string, nth = 0) =>
    person.execute(verb, action(shown, verb, nth), shown.messageId);
  const tell = (text: string) => bot.deliver(bot.activities.message(bot.person('Ada'), text));
  const lastText = (name: string) =>
    bot
      .chat(name)
      .at(-1)
      ?.text.replaceAll(/[\u2060\u2068\u2069]/g, '') ?? '';
  /** A group chat looks to the bot like the channel's thread, but for its type. */
  const mention = (where: Shared, text: string, name = 'Ada') => {
    const said = bot.activities.mention(bot.person(name), where, text);
    const conversation = { ...(said['conversation'] as object), conversationType: where.type ?? 'channel' };
    return bot.deliver({ ...said, conversation });
  };
  const inChannel = (where: { channel: string }) =>
    bot.sandbox.channel.messages.list(where.channel).filter(({ from }) => from.kind === 'bot');
  function inputs(form: ShownCard): Record<string, unknown> {
    const all = everything(form.card).filter(({ type }) => String(type).startsWith('Input.'));
    return Object.fromEntries(all.map(({ id, value }) => [id, value ?? '']));
  }

  function readable(message: unknown): string {
    return JSON.stringify(message).replaceAll(/[\u2060\u2068\u2069]/g, '');
  }

  return {
    get bot() {
      return bot;
    },
    get ada() {
      return ada;
    },
    earlier,
    postBy,
    begin,
    texts,
    posts,
    valid,
    action,
    press,
    tell,
    lastText,
    mention,
    inChannel,
    inputs,
    readable,
  };
}
