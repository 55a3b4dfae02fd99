import { setTimeout as wait } from 'node:timers/promises';
import type { ChannelActivity } from '../../src/sandbox/channel/channel-activity.ts';
import type { MessageView } from '../../src/sandbox/client/message-view.ts';
import { personalChatId } from '../../src/sandbox/channel/chats.ts';
import type { KillStage } from './kill-stage.ts';

/** What is delivered to a process that dies, and what is to come of it. */
export interface KillAct {
  readonly activity: ChannelActivity;
  /** The button that it presses: an answer that still shows it says that the press came to nothing. */
  readonly button?: string;
  /** POSTs from then on; each makes one conversation. */
  readonly posts: 0 | 1;
  readonly ends: 'created' | 'discarded';
  /** What changes in the world once the bot has taken it. */
  readonly afterwards?: () => void;
  /** The other member of the group is told. */
  readonly tells?: true;
}

/** Brings things to where a turn begins, with a bot that lives. */
export type KillScenario = (stage: KillStage) => Promise<KillAct>;

/** Every kind of turn that moves a request. */
export const killScenarios: Readonly<Record<string, KillScenario>> = {
  command: async (stage) => ({ activity: typed(stage), posts: 1, ends: 'created' }),

  form: (stage) => filledIn(stage, {}),

  /** The author watches it and the members are told, whoever does that in the end. */
  'tell-members': async (stage) => ({
    ...(await filledIn(stage, { tellMembers: 'true' })),
    tells: true,
  }),

  'send-again': (stage) => order(stage, notThere, { button: 'Send again', posts: 1, ends: 'created' }),

  'look-again': (stage) => order(stage, thereLate, { button: 'Look again', posts: 0, ends: 'created' }),

  discard: (stage) => order(stage, notThere, { button: 'Discard', posts: 0, ends: 'discarded' }),

  /** It is there, which nobody could see yet when its author gave it up. */
  'discard-found': async (stage) => {
    const { sandbox } = stage;
    loseAnswer(stage, 'after');
    const readable = sandbox.faults.add({
      ...{ service: 'graph', method: 'GET', path: /\/threads/ },
      ...{ when: 'before', outcome: { status: 503 } },
    });
    await stage.deliver(typed(stage));
    const receipt = await stage.until('that nobody could look', () =>
      stage.says('I cannot tell whether it was posted'),
    );
    const button = 'Discard';
    const activity = stage.pressed(receipt, button);
    return { activity, button, posts: 0, ends: 'created', afterwards: readable };
  },

  'post-now': (stage) => order(stage, signedInLate, { button: 'Post now', posts: 1, ends: 'created' }),

  'sign-in': async (stage) => {
    const { sandbox, person, activities } = stage;
    const { id } = await waitingForSignIn(stage);
    sandbox.entra.consents.grant(person.id);
    const asked = sandbox.channel.messages.find(personalChatId(person), id)!;
    const card = asked.attachments[0]!.content as { tokenExchangeResource: { id: string } };
    const token = await sandbox.entra.issueSsoToken(person.id);
    const value = { id: card.tokenExchangeResource.id, connectionName: '', token };
    const activity = stage.own(activities.invoke(person, 'signin/tokenExchange', value));
    return { activity, posts: 1, ends: 'created' };
  },
};

function typed({ own, activities, person, command }: KillStage): ChannelActivity {
  return own(activities.message(person, command));
}

async function filledIn(stage: KillStage, more: Record<string, string>): Promise<KillAct> {
  await stage.deliver(stage.own(stage.activities.message(stage.person, 'start')));
  const button = 'Post to the group';
  const form = await stage.until('a form', () =>
    stage.fresh(({ cards }) => JSON.stringify(cards).includes(`"title":"${button}"`)),
  );
  const inputs = { groupId: stage.finance.id, topic: stage.topic, body: stage.text, ...more };
  return { activity: stage.pressed(form, button, inputs), button, posts: 1, ends: 'created' };
}

async function order(
  stage: KillStage,
  bringAbout: (stage: KillStage) => Promise<MessageView>,
  act: Omit<KillAct, 'activity'> & { button: string },
): Promise<KillAct> {
  const receipt = await bringAbout(stage);
  return { ...act, activity: stage.pressed(receipt, act.button) };
}

function loseAnswer({ sandbox }: KillStage, when: 'before' | 'after'): void {
  sandbox.faults.add({
    ...{ service: 'graph', method: 'POST', path: /\/conversations$/, times: 1 },
    ...{ when, outcome: 'reset' },
  });
}

/** Nothing was created, and everything was looked through. */
async function notThere(stage: KillStage): Promise<MessageView> {
  loseAnswer(stage, 'before');
  await stage.deliver(typed(stage));
  return stage.until('that it is not there', () => stage.says('I could not find it'));
}

/** Everything was looked through before Graph acted. */
async function thereLate(stage: KillStage): Promise<MessageView> {
  const { sandbox } = stage;
  const gate = Promise.withResolvers<void>();
  sandbox.faults.add({
    ...{ service: 'graph', method: 'POST', path: /\/conversations$/, times: 1 },
    ...{ when: 'before', outcome: { heldUntil: gate.promise } },
  });
  await stage.deliver(typed(stage));
  const receipt = await stage.until('that it is not there', () => stage.says('I could not find it'));
  gate.resolve();
  await stage.until('the post', () => stage.posted().length === 1);
  await wait(sandbox.profile.freshIdsUnreadableMs);
  return receipt;
}

/** Ada's client cannot sign in silently, so the sign-in card stays. */
async function waitingForSignIn(stage: KillStage): Promise<MessageView> {
  const { sandbox, person, activities } = stage;
  sandbox.entra.consents.withdraw(person.id);
  await stage.deliver(stage.own(activities.message(person, 'sign-out')));
  // A process that was killed in the round before may still block Ada's tokens; nothing is typed before she is out.
  await stage.until('the word of signing out', () => stage.fresh(({ text }) => /signed out/.test(text)));
  await stage.deliver(typed(stage));
  return stage.until('the sign-in button', () => stage.fresh(({ signIn }) => signIn !== undefined));
}

/** It waited for the sign-in for so long that its author is asked. */
async function signedInLate(stage: KillStage): Promise<MessageView> {
  const { world, sandbox, person } = stage;
  const asked = await waitingForSignIn(stage);
  await world.end('SIGTERM');
  await world.ageWaiting();
  await world.start();
  sandbox.entra.consents.grant(person.id);
  await stage.signIn(asked);
  return stage.until('the question', () => stage.says('Shall I still post this?'));
}
