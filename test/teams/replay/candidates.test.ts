import assert from 'node:assert/strict';
import { commandStage } from './command-stage.ts';

/** Groups that may have been meant, listed where others read them. */
describe('candidates in a group chat', function () {
  this.timeout(20_000);
  const stage = commandStage();
  const textOf = (shown: unknown) => JSON.stringify(shown).replaceAll(/[\u2060\u2066-\u2069]/g, '');

  /** Eight groups whose names begin alike; Ada and Ben are members of all but the last, Ben alone is of that. */
  function addGroups(): void {
    const { groups } = stage.bot.sandbox.tenant;
    const finance = stage.bot.group('Finance');
    for (let n = 1; n <= 8; n += 1)
      groups.push({
        ...finance,
        ...{ id: `dddddddd-0000-4000-8000-0000000001${n}0`, displayName: `Zeppelin ${n}` },
        ...{ mail: `zeppelin${n}@contoso.com`, mailNickname: `zeppelin${n}` },
        memberIds: n === 8 ? [stage.bot.person('Ben').id] : finance.memberIds,
        ...(n === 8 && { visibility: 'Private' }),
      });
  }
  const shown = (name: string) => stage.bot.client(name).messages('Month end');
  const list = () => shown('Ada').findLast(({ cards }) => cards.length > 0)!;
  const moreOf = (message: unknown) => /\d+ more/.exec(textOf(message))?.[0] ?? '';

  beforeEach(async () => {
    addGroups();
    await stage.bot.client('Ada').send('Month end', 'use Zeppelin', { mention: true });
    assert.match(textOf(list()), /No group is called exactly.*#1 .*Zeppelin 1.*#5 .*Zeppelin 5/s);
  });

  it('go on for their author in place', async () => {
    const { id } = list();
    const count = shown('Ada').length;
    await stage.bot.client('Ada').press(id, moreOf(list()));
    assert.match(textOf(shown('Ada').find((each) => each.id === id)), /#6 .*Zeppelin 6/s);
    assert.equal(shown('Ada').length, count);
  });

  it('are looked up anew for whoever else presses, with their own rights and numbers', async () => {
    await stage.bot.signIn('Ben');
    const { id } = list();
    const seen = (name: string) => shown(name).find((each) => each.id === id);
    const before = textOf(seen('Ada'));
    await stage.bot.client('Ben').press(id, moreOf(seen('Ben')));
    assert.match(textOf(seen('Ben')), /#1 .*Zeppelin 1.*#5 .*Zeppelin 5/s);
    await stage.bot.client('Ben').press(id, moreOf(seen('Ben')));
    assert.match(textOf(seen('Ben')), /#6 .*Zeppelin 6.*#8 .*Zeppelin 8/s);
    assert.equal(textOf(seen('Ada')), before);
    await stage.bot.client('Ben').send('Month end', 'use #8', { mention: true });
    assert.match(textOf(shown('Ada').at(-1)), /Ben Ray has chosen.*Zeppelin 8/);
  });

  it('ask somebody who is not signed in to sign in', async () => {
    const pressed = await stage.bot.client('Ben').press(list().id, moreOf(list()));
    assert.ok(pressed.kind === 'sign-in' || pressed.kind === 'card', pressed.kind);
  });
});
