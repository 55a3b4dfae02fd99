import assert from 'node:assert/strict';
import { eventually, startWorld, type World } from './start-world.ts';

/** Whoever tries *Tell the members in Teams* first is the only one who has opened a chat until then. */
describe('telling members who never had Kickoff, where an administrator agreed to install it', function () {
  this.timeout(40_000);
  let world: World;
  before(async () => {
    world = await startWorld({ installsForPeople: true });
  });
  after(() => world.stop());

  it('reaches everybody', async () => {
    const ada = world.client('Ada');
    const shown = () =>
      JSON.stringify(ada.messages('personal').map(({ cards }) => cards)).replaceAll(
        /[\u2060\u2068\u2069]/g,
        '',
      );
    await ada.open('personal');
    await ada.send('personal', 'start "Party" in "All Company"');
    const form = await eventually('the form', () =>
      ada.messages('personal').find(({ cards }) => JSON.stringify(cards).includes('"tellMembers"')),
    );
    const { id: groupId } = world.group('All Company');
    const typed = { groupId, topic: 'Party', body: 'Who brings the cake?', people: '', tellMembers: 'true' };
    await ada.press(form.id, 'Post to the group', typed);
    await eventually('the report', () => /Everybody has been told/.test(shown()), 20_000);
    for (const name of ['Ben', 'Chika', 'Dana'])
      assert.match(JSON.stringify(world.client(name).messages('personal')), /Who brings the cake\?/);
  });
});
