import assert from 'node:assert/strict';
import type { Delivery } from '../../src/sandbox/channel/deliver.ts';
import type { Arming, Measured } from './kill-after.ts';
import { killScenarios, type KillAct } from './kill-scenarios.ts';
import { killStage, type KillStage } from './kill-stage.ts';
import type { KillWorld } from './kill-world.ts';

/** What is done to the process while it does what it is told. */
export interface KillPlan {
  /** A name of `killScenarios`. */
  readonly scenario: string;
  /** Where it dies in the first delivery's turn, and then in each repeated one. */
  readonly armings: readonly Arming[];
  /** It is a process that has done nothing yet. */
  readonly cold?: boolean;
  /** For a command: the author is signed out before, so that the first turn asks, and the second one brings a token. */
  readonly signedOut?: boolean;
}

/** How one round went. */
export interface KillRound {
  scenario: string;
  ends: KillAct['ends'];
  /** False when the turn ended before the step came. */
  killed: boolean;
  /** Whether the first delivery was answered, and taken. */
  acknowledged: boolean;
  /** Whether the author had to order it once more, because nobody could know that it was never sent. */
  sentAgain: boolean;
  /** Whether the author had to press the button to sign in, because nobody was there to take the silent token. */
  signedIn: boolean;
  measured: Measured | undefined;
}

/** How often a button is pressed that came to nothing, with this pause in milliseconds. */
const presses = 10;
const pause = 500;

/**
 * Delivers an activity to a process that dies on the way, starts another, and holds what is there in the end to what was
 * promised: at most one conversation, one POST, a receipt that says so, and what follows it done once. What was not acknowledged is delivered again
 * before, what was acknowledged only afterwards, when nothing may change any more.
 */
export async function killRound(world: KillWorld, topic: string, plan: KillPlan): Promise<KillRound> {
  await world.start();
  const stage = killStage(world, topic);
  const { says, posted, posts, told, deliver } = stage;
  const watched = await world.watches();
  const act = await killScenarios[plan.scenario]!(stage);
  if (plan.signedOut) await deliver(stage.own(stage.activities.message(stage.person, 'sign-out')));
  if (plan.cold) {
    await world.end('SIGKILL');
    await world.start();
  }
  const before = killStage(world, topic);
  const created = act.ends === 'created' ? 1 : 0;
  const sent = posts();
  const [first = {}, ...others] = plan.armings;
  const { measured } = await world.arm(first);
  let answer = await deliver(act.activity);
  const turn = await measured;
  for (const arming of others) {
    await world.start();
    const next = await world.arm(arming);
    if (!isTaken(answer, act)) answer = await deliver(act.activity);
    else await deliver(act.activity);
    await next.measured;
  }
  const acknowledged = isTaken(answer, act);
  await world.start();
  for (let press = 0; !isTaken(answer, act); press += 1) {
    assert.ok(press < presses, `${topic}: pressed ${press} times, and still ${answer.status}`);
    if (press > 0) await new Promise((next) => setTimeout(next, pause));
    answer = await deliver(act.activity);
  }
  act.afterwards?.();
  const helped = await truth(before, act, plan);
  await stage.until('what follows', async () => (await world.watches()) === watched + created);
  if (act.tells) await stage.until('the report of telling', () => says(toldEverybody) ?? says(toldAlmost));
  await check();
  assert.equal((await deliver(act.activity)).status, 200, `${topic}: the last delivery`);
  assert.ok(says(words[act.ends]), `${topic}: the receipt after the last delivery`);
  await check();
  return {
    scenario: plan.scenario,
    ends: act.ends,
    killed: turn === undefined,
    acknowledged,
    ...helped,
    measured: turn,
  };

  async function check(): Promise<void> {
    assert.equal(posted().length, created, `${topic}: conversations in the mailbox`);
    assert.equal(posts() - sent, act.posts, `${topic}: POSTs`);
    assert.equal(await world.watches(), watched + created, `${topic}: watches`);
    if (act.tells && says(toldEverybody)) assert.equal(told(), 1, `${topic}: members told`);
    // Killed while the message was on its way: it may have arrived, and is not sent again.
    else assert.ok(told() <= (act.tells ? 1 : 0), `${topic}: members told ${told()} times`);
  }
}

/** What only the receipt of that end says. */
const words = { created: 'Conversation started', discarded: 'It will not be sent' };

/** What the card about telling the members says in the end. */
const toldEverybody = 'Everybody has been told';
const toldAlmost = 'not everybody could be told';

/** Waits for the receipt to say how it ended, and does what a person would do meanwhile. */
async function truth(
  stage: KillStage,
  { ends }: KillAct,
  plan: KillPlan,
): Promise<{ sentAgain: boolean; signedIn: boolean }> {
  const { topic, ada, fresh, says, posted } = stage;
  let [sentAgain, signedIn] = [false, false];
  await stage.until('the truth', async () => {
    if (says(words[ends])) return true;
    // Only where everything was read; a look that could not be made is made again by itself.
    const notThere = fresh(({ cards }) => {
      const shown = JSON.stringify(cards);
      return shown.includes(topic) && shown.includes('I could not find it');
    });
    if (notThere !== undefined && ends === 'created') {
      const there = sentAgain ? 0 : posted().length;
      assert.equal(there, 0, `${topic}: it is there, and its receipt says that it is not`);
      sentAgain = true;
      const pressed = await ada.press(notThere.id, 'Send again');
      assert.ok(['card', 'message'].includes(pressed.kind), pressed.kind);
    }
    const button = fresh(({ signIn }) => signIn !== undefined);
    if (button !== undefined && !signedIn) {
      assert.ok(plan.signedOut, `${topic}: somebody signed in is asked to sign in`);
      signedIn = true;
      await stage.signIn(button);
    }
    return false;
  });
  return { sentAgain, signedIn };
}

/** Whether the bot has answered, and the answer does not offer the same once more. */
function isTaken({ status, body }: Delivery, { button }: KillAct): boolean {
  if (status !== 200) return false;
  if (button === undefined) return true;
  const { statusCode } = (body ?? {}) as { statusCode?: unknown };
  return statusCode === 200 && !JSON.stringify(body).includes(`"title":"${button}"`);
}
