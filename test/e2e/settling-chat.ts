import assert from 'node:assert/strict';
import type { MessageView } from '../../src/sandbox/client/message-view.ts';
import { eventually, type World } from './start-world.ts';

/** What one person does and sees in one chat, in the words of the tests about settling. */
export function settlingChat(world: World, name: string, chat: string) {
  const client = world.client(name);
  const messages = (text: string) => client.messages(chat).filter((message) => says(message, text));
  return {
    client,
    /** All messages that say this. */
    messages,
    start: (topic: string, body = `About ${topic}.`) =>
      client.send(chat, `start "${topic}" in Finance: ${body}`, { mention: chat !== 'personal' }),
    /** The card about a topic, once it says this; it fails when there are several. */
    async receipt(topic: string, text: string, limit?: number): Promise<MessageView> {
      const found = await eventually(
        `“${text}” about ${topic}`,
        () => messages(topic).find((message) => message.cards.length > 0 && says(message, text)),
        limit,
      );
      assert.equal(messages(topic).filter(({ cards }) => cards.length > 0).length, 1, 'one card');
      return found;
    },
    press: (message: MessageView, action: string) => client.press(message.id, action),
  };
}

export function says(message: MessageView, text: string): boolean {
  return `${message.text} ${JSON.stringify(message.cards)}`.includes(text);
}

/** Titles of the buttons of a message, in order. */
export function buttonsOf(message: MessageView): string[] {
  return [...JSON.stringify(message.cards).matchAll(/"type":"Action\.\w+","title":"([^"]*)"/g)].map(
    ([, title]) => title!,
  );
}

/** The conversations about a topic in Finance. */
export function about(world: World, topic: string) {
  return world.conversations('Finance').filter((each) => each.topic === topic);
}

/** How many POSTs about a topic reached Graph. */
export function postsAbout(world: World, topic: string): number {
  return world.traffic
    .list({ service: 'graph', method: 'POST' })
    .filter(({ requestBody }) => (requestBody as { topic?: string } | undefined)?.topic === topic).length;
}

/** Faults that tests about settling have in common; each answers what ends it. */
export const misfortunes = {
  loseAnswer: (world: World, when: 'before' | 'after') =>
    world.sandbox.faults.add({
      ...{ service: 'graph', method: 'POST', path: /\/conversations$/, times: 1 },
      ...{ when, outcome: 'reset' },
    }),
  unreadable: (world: World) =>
    world.sandbox.faults.add({
      ...{ service: 'graph', method: 'GET', path: /\/threads/ },
      ...{ when: 'before', outcome: { status: 503 } },
    }),
  noChannel: (world: World) =>
    world.sandbox.faults.add({
      ...{ service: 'channel', path: /\/activities/ },
      ...{ when: 'before', outcome: { status: 500 } },
    }),
};
