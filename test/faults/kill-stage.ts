import { randomUUID } from 'node:crypto';
import type { ChannelActivity } from '../../src/sandbox/channel/channel-activity.ts';
import type { Delivery } from '../../src/sandbox/channel/deliver.ts';
import { findAction } from '../../src/sandbox/client/find-action.ts';
import type { MessageView } from '../../src/sandbox/client/message-view.ts';
import { createActivities } from '../teams/replay/create-activities.ts';
import { signInByBrowser } from '../e2e/sign-in-by-browser.ts';
import type { KillWorld } from './kill-world.ts';

/**
 * Longest time for anything to come out, in milliseconds. A process that died blocks its person's tokens for up to 30 s
 * (`identity/partition-turns.ts`), and whoever waits for them then waits in line.
 */
const limit = 90_000;

/** What one round needs of the world: Ada, who writes about one topic to Finance. */
export function killStage(world: KillWorld, topic: string) {
  const { sandbox, traffic } = world;
  const { tenant, channel } = sandbox;
  const person = tenant.people.find(({ displayName }) => displayName === 'Ada Vance')!;
  const finance = tenant.groups.find(({ displayName }) => displayName === 'Finance')!;
  const ada = sandbox.clientOf(person.id);
  const activities = createActivities({ tenant, botId: channel.botId, serviceUrl: channel.serviceUrl() });
  const text = `The text of ${topic}.`;
  const command = `start "${topic}" in Finance: ${text}`;
  /** Nobody else sends one with this id. */
  const own = (activity: Record<string, unknown>): ChannelActivity =>
    ({ ...activity, id: `f:${randomUUID()}` }) as unknown as ChannelActivity;
  const cards = (words: string): MessageView | undefined =>
    ada.messages('personal').find((message) => {
      const shown = JSON.stringify(message.cards);
      return shown.includes(topic) && shown.includes(words);
    });
  const members = finance.memberIds.filter((id) => id !== person.id);
  const seen = new Map(ada.messages('personal').map(({ id, revision }) => [id, revision]));

  return {
    ...{ world, sandbox, person, finance, ada, text, topic, command, activities, own },
    /** The card about the topic that says this. */
    says: cards,
    /** The conversations about the topic. */
    posted: () => sandbox.graph.mailboxes.conversations(finance.id).filter((each) => each.topic === topic),
    /** How many POSTs about the topic have reached Graph. */
    posts: () =>
      traffic
        .list({ service: 'graph', method: 'POST' })
        .filter(({ requestBody }) => JSON.stringify(requestBody ?? '').includes(topic)).length,
    /** How often the other members were told of it. */
    told: () =>
      members
        .flatMap((id) => sandbox.clientOf(id).messages('personal'))
        .filter(({ cards: shown }) => JSON.stringify(shown).includes(`started “${topic}”`)).length,
    /** A message that was not there, or not like that, when the stage was set. */
    fresh: (holds: (message: MessageView) => boolean) =>
      ada.messages('personal').find((message) => seen.get(message.id) !== message.revision && holds(message)),
    /** A pressed Action.Execute. */
    pressed(message: MessageView, title: string, inputs: Record<string, string> = {}): ChannelActivity {
      const { verb, data } = findAction(message.cards, title).action;
      return own(activities.execute(person, message.id, verb, { ...(data as object), ...inputs }));
    },
    deliver: (activity: ChannelActivity): Promise<Delivery> => channel.deliver(activity),
    async signIn(message: MessageView): Promise<void> {
      const { status } = await signInByBrowser(message.signIn!.url, { personId: person.id });
      if (status !== 200) throw new Error(`${topic}: signing in ended with ${status}`);
    },
    async until<T>(what: string, look: () => T | undefined | false | Promise<T | undefined | false>) {
      const end = Date.now() + limit;
      for (;;) {
        const found = await look();
        if (found !== undefined && found !== false) return found;
        if (Date.now() > end) {
          const last = JSON.stringify(ada.messages('personal').slice(-4));
          throw new Error(
            `${topic}: ${what} did not come out within ${limit} ms; the last messages: ${last}`,
          );
        }
        await new Promise((next) => setTimeout(next, 50));
      }
    },
  };
}

export type KillStage = ReturnType<typeof killStage>;
