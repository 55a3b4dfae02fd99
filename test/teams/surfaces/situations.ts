import type { Obstacle } from '../../../src/sandbox/entra/access-rules.ts';
import type { Misfortune } from '../../../src/sandbox/server/faults.ts';
import type { Bot } from '../replay/start-bot.ts';

/** What is the matter with a person's sign-in, and how it shows. */
export interface Situation {
  /** Before somebody does something; nobody is signed in then. */
  prepare: (bot: Bot) => Promise<void>;
  /** Whether it goes through by itself; `perhaps` where the first answer of Entra is bad and the next one good. */
  byItself: 'yes' | 'no' | 'perhaps';
  /** What is said as long as nobody but an administrator can help, and how they do. */
  untilCured?: { says: RegExp; cure: (bot: Bot) => void };
}

const token = { service: 'entra', method: 'POST', path: /token$/ } as const;

/** Graph takes the token of before no longer. */
const ended = (bot: Bot, headers?: Record<string, string>): void =>
  void bot.sandbox.faults.add({
    service: 'graph',
    when: 'before',
    times: 1,
    outcome: { status: 401, ...(headers && { headers }) },
  });

const obstacle =
  (what: Obstacle): Situation['prepare'] =>
  async ({ sandbox, person }) =>
    sandbox.entra.rules.set(person('Ada').id, what);

function noObstacle({ sandbox, person }: Bot): void {
  sandbox.entra.rules.set(person('Ada').id, undefined);
}

const entraSays =
  (outcome: Misfortune): Situation['prepare'] =>
  async (bot) =>
    void bot.sandbox.faults.add({ ...token, when: 'before', times: 1, outcome });

const challenge = Buffer.from('{"access_token":{"acrs":{"essential":true,"value":"c1"}}}').toString('base64');

export const situations: Record<string, Situation> = {
  'signed in': { prepare: (bot) => bot.signIn('Ada'), byItself: 'yes' },
  'consent missing': {
    prepare: async (bot) => bot.sandbox.entra.consents.withdraw(bot.person('Ada').id),
    byItself: 'no',
  },
  'assertion expired': {
    async prepare({ sandbox: { entra } }) {
      const issue = entra.issueSsoToken.bind(entra);
      entra.issueSsoToken = async (personId) => {
        entra.issueSsoToken = issue;
        return issue(personId, { lifetimeSeconds: -600 });
      };
    },
    byItself: 'no',
  },
  'no refresh token': {
    async prepare(bot) {
      bot.sandbox.profile.refreshTokenFromOnBehalfOf = false;
      await bot.signIn('Ada');
      ended(bot);
    },
    byItself: 'yes',
  },
  'refresh token revoked': {
    async prepare(bot) {
      await bot.signIn('Ada');
      bot.sandbox.entra.revoke(bot.person('Ada').id);
      ended(bot);
    },
    byItself: 'yes',
  },
  'claims challenge': {
    async prepare(bot) {
      await bot.signIn('Ada');
      ended(bot, { 'WWW-Authenticate': `Bearer error="insufficient_claims", claims="${challenge}"` });
    },
    byItself: 'yes',
  },
  'second factor wanted': { prepare: obstacle('second-factor'), byItself: 'no' },
  'enrolment wanted': { prepare: obstacle('enrolment'), byItself: 'no' },
  'blocked by conditional access': {
    prepare: obstacle('blocked'),
    byItself: 'no',
    untilCured: { says: /A rule of your organisation/, cure: noObstacle },
  },
  'account disabled': {
    prepare: obstacle('disabled'),
    byItself: 'no',
    untilCured: { says: /account is disabled/, cure: noObstacle },
  },
  'throttled token endpoint': {
    prepare: entraSays({
      status: 429,
      headers: { 'Retry-After': '1' },
      body: { error: 'temporarily_unavailable', error_description: 'AADSTS90055: throttled' },
    }),
    byItself: 'perhaps',
  },
  'token endpoint down': { prepare: entraSays({ status: 503 }), byItself: 'perhaps' },
};
