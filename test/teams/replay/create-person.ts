import assert from 'node:assert/strict';
import type { AdaptiveCard } from '../../../src/teams/cards/adaptive-card.ts';
import { everything } from '../cards/check-card.ts';
import type { Where } from './create-activities.ts';
import type { Bot } from './start-bot.ts';

/** A card that somebody sees, and the message that holds it. */
export interface ShownCard {
  messageId: string;
  card: AdaptiveCard;
  /** All of it as one text, without the marks that isolate names from their sentence. */
  text: string;
  /** The form's id in the data of its button; empty when it is no form. */
  formId: string;
}

export type Inputs = Readonly<Record<string, unknown>>;

/**
 * One person who writes to the bot and presses its buttons, activity by activity, with nothing done by a client.
 *
 * @param client what their client sends differently with each activity, e.g. its locale
 */
export function createPerson(bot: Bot, name: string, client: Record<string, unknown> = {}) {
  const from = bot.person(name);
  const deliver = (activity: object) => bot.deliver({ ...activity, ...client });

  /** The newest card in the person's chat. */
  function newest(): ShownCard {
    const message = bot.chat(name).findLast(({ attachments }) => attachments.some(isCard));
    assert.ok(message !== undefined, `${name} was shown no card`);
    return shownCard(message.id, message.attachments.find(isCard)?.content);
  }

  /** Action.Execute; answers the card or the line that the person is shown in its place. */
  async function execute(verb: string, data: Inputs, replyToId: string, where: Where = 'personal') {
    const { status, body } = await deliver(bot.activities.execute(from, replyToId, verb, data, where));
    assert.equal(status, 200);
    const { statusCode, value } = body as { statusCode: number; value: unknown };
    if (typeof value === 'string') return { statusCode, ...shownCard(replyToId, {}), text: value };
    return { statusCode, ...shownCard(replyToId, value) };
  }

  return {
    newest,
    execute,
    /** Types a message; answers what was shown last when the turn was over. */
    async say(text: string, more: Record<string, unknown> = {}): Promise<ShownCard> {
      const { status } = await deliver(bot.activities.message(from, text, more));
      assert.equal(status, 200);
      return newest();
    },
    /** Presses a form's button with these inputs, as a client that merges them into the action's data. */
    post: (form: ShownCard, inputs: Inputs, where?: Where) =>
      execute('conversation.post', { ...dataOf(form.card), ...inputs }, form.messageId, where),
    /** The same as an older client does it: Action.Submit. */
    async submit(form: ShownCard, inputs: Inputs): Promise<void> {
      const data = { ...dataOf(form.card), ...inputs };
      const { status } = await deliver(bot.activities.submit(from, form.messageId, data));
      assert.equal(status, 200);
    },
    /** The message of that id as it is now. */
    cardOf(messageId: string): ShownCard {
      const message = bot.chat(name).find(({ id }) => id === messageId);
      return shownCard(messageId, message?.attachments.find(isCard)?.content);
    },
  };
}

export type PersonAtBot = ReturnType<typeof createPerson>;

function isCard({ contentType }: { contentType: string }): boolean {
  return contentType === 'application/vnd.microsoft.card.adaptive';
}

function shownCard(messageId: string, content: unknown): ShownCard {
  const card = content as AdaptiveCard;
  const text = JSON.stringify(card).replaceAll(/[\u2068\u2069]/g, '');
  const { formId } = dataOf(card);
  return { messageId, card, text, formId: typeof formId === 'string' ? formId : '' };
}

/** What the form's button sends along by itself. */
function dataOf(card: AdaptiveCard): Inputs {
  const button = everything(card).find(
    ({ type, verb }) => type === 'Action.Execute' && verb === 'conversation.post',
  );
  return (button?.['data'] ?? {}) as Inputs;
}
