import type { KindOfActivity } from './kind-of-activity.ts';
import { ada, groupChat, invoke } from './shape-kinds.ts';

/** Invokes of a sign-in. */
export const signInKinds: Record<string, KindOfActivity> = {
  'signin/tokenExchange: good': {
    answer: 'nothing',
    async make(world, activities) {
      const id = await world.askForSignIn('Ada');
      const token = await world.sandbox.entra.issueSsoToken(ada(world).id);
      return activities.invoke(ada(world), 'signin/tokenExchange', { id, connectionName: '', token });
    },
  },
  'signin/tokenExchange: consent missing': {
    answer: '412 with the reason',
    async make(world, activities) {
      const chika = world.person('Chika');
      world.sandbox.entra.consents.withdraw(chika.id);
      const id = await world.askForSignIn('Chika');
      const token = await world.sandbox.entra.issueSsoToken(chika.id);
      return activities.invoke(chika, 'signin/tokenExchange', { id, connectionName: '', token });
    },
  },
  'signin/tokenExchange: of a card that is not there': invoke(
    'signin/tokenExchange',
    { id: '9a9a9a9a-0000-4000-8000-000000000020', connectionName: '', token: 'e30.e30.x' },
    '412 with the reason',
  ),
  'signin/tokenExchange: without a token': invoke(
    'signin/tokenExchange',
    { id: 'x', connectionName: '' },
    '400 alone',
  ),
  'signin/verifyState: of nobody': invoke('signin/verifyState', { state: '123456' }, '404 alone'),
  'signin/failure': invoke(
    'signin/failure',
    { code: 'resourcematchfailed', message: 'x' },
    'nothing',
    groupChat,
  ),
};
