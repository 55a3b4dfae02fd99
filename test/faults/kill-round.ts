import assert from 'node:assert/strict';
import { signInByBrowser } from '../e2e/sign-in-by-browser.ts';
import type { Arming, Measured } from './kill-after.ts';
import type { KillWorld } from './kill-world.ts';

/** What is done to the process while it does what it is told. */
export interface KillPlan {
  /** Where it dies in the first delivery's turn, and then in each repeated one. */
  readonly armings: readonly Arming[];
  /** It is a process that has done nothing yet. */
  readonly cold?: boolean;
  /** The author is signed out before, so that the first turn asks, and the second one brings a token. */
  readonly signedOut?: boolean;
}

/** How one round went. */
export interface KillRound {
  /** False when the turn ended before the step came. */
  killed: boolean;
  /** Whether the first delivery was answered with 200. */
  acknowledged: boolean;
  /** Whether the author had to order it once more, because nobody could know that it was never sent. */
  sentAgain: boolean;
  /** Whether the author had to press the button to sign in, because nobody was there to take the silent token. */
  signedIn: boolean;
  measured: Measured | undefined;
}

/** Longest time for the truth to come out, in milliseconds. */
const limit = 30_000;

/**
 * Delivers a command to a process that dies on the way, starts another, delivers the same activity once more, and holds
 * what is there in the end to what was promised: one conversation, one POST, and a receipt that says so.
 */
export async function killRound(world: KillWorld, topic: string, plan: KillPlan): Promise<KillRound> {
  const { sandbox, traffic } = world;
  const person = sandbox.tenant.people.find(({ displayName }) => displayName === 'Ada Vance')!;
  const ada = sandbox.clientOf(person.id);
  const finance = sandbox.tenant.groups.find(({ displayName }) => displayName === 'Finance')!;
  const posted = () =>
    sandbox.graph.mailboxes.conversations(finance.id).filter((each) => each.topic === topic);
  const says = (text: string) =>
    ada.messages('personal').find(({ cards }) => {
      const shown = JSON.stringify(cards);
      return shown.includes(topic) && shown.includes(text);
    });

  if (plan.cold) await world.end('SIGKILL');
  await world.start();
  if (plan.signedOut) await ada.send('personal', 'sign-out');
  const asked = new Set(ada.messages('personal').map(({ id }) => id));
  const [first = {}, ...others] = plan.armings;
  const { measured } = await world.arm(first);
  const text = `start "${topic}" in Finance: The text of ${topic}.`;
  const { activity, delivery } = await ada.send('personal', text);
  const answer = await measured;
  for (const arming of others) {
    await world.start();
    const next = await world.arm(arming);
    await sandbox.channel.deliver(activity!);
    await next.measured;
  }
  await world.start();
  const again = await sandbox.channel.deliver(activity!);
  assert.equal(again.status, 200, `${topic}: the last delivery`);

  let [sentAgain, signedIn] = [false, false];
  await until(`${topic}: the truth`, async () => {
    if (says('Conversation started')) return true;
    // Only where everything was read; a look that could not be made is made again by itself.
    const notThere = says('I could not find it');
    if (notThere !== undefined) {
      const there = sentAgain ? 0 : posted().length;
      assert.equal(there, 0, `${topic}: it is there, and its receipt says that it is not`);
      sentAgain = true;
      const pressed = await ada.press(notThere.id, 'Send again');
      assert.ok(['card', 'message'].includes(pressed.kind), pressed.kind);
    }
    const button = ada.messages('personal').find(({ id, signIn }) => signIn !== undefined && !asked.has(id));
    if (button?.signIn !== undefined && !signedIn) {
      assert.ok(plan.signedOut, `${topic}: somebody signed in is asked to sign in`);
      signedIn = true;
      const end = await signInByBrowser(button.signIn.url, { personId: person.id });
      assert.equal(end.status, 200, `${topic}: signing in`);
    }
    return false;
  });
  const posts = traffic.list({ service: 'graph', method: 'POST' });
  const own = posts.filter(({ requestBody }) => JSON.stringify(requestBody).includes(topic));
  assert.equal(posted().length, 1, `${topic}: conversations in the mailbox`);
  assert.equal(own.length, 1, `${topic}: POSTs`);
  const acknowledged = delivery?.status === 200;
  return { killed: answer === undefined, acknowledged, sentAgain, signedIn, measured: answer };
}

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + limit;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`${what} did not come out within ${limit} ms`);
    await new Promise((next) => setTimeout(next, 50));
  }
}
