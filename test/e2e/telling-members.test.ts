import assert from 'node:assert/strict';
import type { MessageView } from '../../src/sandbox/client/message-view.ts';
import { everything } from '../teams/cards/check-card.ts';
import { eventually, startWorld, type World } from './start-world.ts';

/** All that a person reads of a message, in one text. */
function textOf({ text, cards }: MessageView): string {
  return (text + JSON.stringify(cards)).replaceAll(/[\u2060\u2068\u2069]/g, '');
}

describe('telling the members of a group, from end to end', function () {
  this.timeout(40_000);
  let world: World;
  before(async () => {
    world = await startWorld();
    for (const name of ['Ada', 'Ben', 'Chika']) await world.client(name).open('personal');
    const chika = world.client('Chika');
    chika.setLocale('de-DE');
    await chika.send('personal', 'help');
  });
  after(() => world.stop());

  const messages = (name: string) => world.client(name).messages('personal');
  const message = (name: string, text: RegExp): Promise<MessageView> =>
    eventually(`${name} reads ${text}`, () => messages(name).findLast((each) => text.test(textOf(each))));
  const shown = (name: string, { id }: MessageView): MessageView =>
    messages(name).find((each) => each.id === id)!;

  async function start(topic: string, inputs: Record<string, string>): Promise<void> {
    const ada = world.client('Ada');
    await ada.send('personal', `start "${topic}" in "All Company"`);
    const form = await message('Ada', new RegExp(`Input\\.Toggle.*|${topic}`));
    const { id: groupId } = world.group('All Company');
    const typed = { groupId, topic, body: `About ${topic}`, people: '', ...inputs };
    await ada.press(form.id, 'Post to the group', typed);
    await message('Ada', new RegExp(`Conversation started.*${topic}`));
  }

  it('tells each member once, in their language, and the author not at all', async () => {
    await start('Summer party', { tellMembers: 'true' });
    const receipt = await message('Ada', /Conversation started.*Summer party/);
    assert.match(textOf(receipt), /members are being told in Teams/);
    const told = await message('Ben', /Ada Vance started “Summer party” in All Company/);
    assert.match(textOf(told), /About Summer party/);
    await message('Chika', /Ada Vance hat in All Company „Summer party“ begonnen/);
    const progress = await message('Ada', /not everybody could be told/);
    assert.match(textOf(progress), /3 of 3 done/);
    assert.match(textOf(progress), /Could not be reached.*Kickoff is not added there: Dana/);
    assert.ok(everything(progress.cards).some(({ type }) => type === 'ColumnSet'));
    // The card is one message from the first count to the report.
    const aboutProgress = messages('Ada').filter((each) => /the members of All Company/.test(textOf(each)));
    assert.equal(aboutProgress.length, 1);
    assert.equal(messages('Ada').filter((each) => /Ada Vance started/.test(textOf(each))).length, 0);
    for (const name of ['Ben', 'Chika'])
      assert.equal(messages(name).filter((each) => /Summer party/.test(textOf(each))).length, 1, name);
  });

  it('lets a member answer, and watch, from the card', async () => {
    const ben = world.client('Ben');
    const told = await message('Ben', /started “Summer party”/);
    await ben.press(told.id, 'Watch');
    await message('Ben', /new posts in Summer party/i);
    await ben.press(told.id, 'Reply');
    const form = await message('Ben', /"id":"body"/);
    await ben.press(form.id, 'Post to the group', { body: 'I bring the cake.' });
    const thread = world.conversations('All Company').find(({ topic }) => topic === 'Summer party')
      ?.threads[0];
    await eventually('the answer', () => thread?.posts.length === 2);
    assert.equal(thread?.posts[1]?.sender.address, world.person('Ben').mail);
  });

  it('tells nobody unless it is wanted', async () => {
    await start('Quiet', { tellMembers: 'false' });
    await start('Loud', { tellMembers: 'true' });
    await message('Ben', /started “Loud”/);
    assert.ok(messages('Ben').every((each) => !/started “Quiet”/.test(textOf(each))));
  });

  it('puts the report into the drive of whoever told, once', async () => {
    const ada = world.client('Ada');
    const progress = await message('Ada', /Summer party.*the members of All Company/);
    assert.equal((await ada.press(progress.id, 'Export as CSV')).kind, 'message');
    const asked = await eventually('the question', () =>
      messages('Ada').findLast(({ fileConsent }) => fileConsent !== undefined),
    );
    const { fileConsent } = asked;
    assert.match(fileConsent?.name ?? '', /^notice-report-\d{4}-\d{2}-\d{2}\.csv$/);
    const { status, upload } = await ada.answerFileConsent(asked.id, 'accept');
    assert.equal(status, 200);
    const file = world.sandbox.channel.uploads.file(upload!.uniqueId);
    assert.equal(file?.bytes.length, fileConsent?.sizeInBytes);
    const lines = Buffer.from(file!.bytes).toString('utf8').split('\r\n');
    assert.equal(lines.length, 5);
    assert.equal(lines[0], '\uFEFFName,Id,State,Why,Time (UTC)');
    assert.ok(
      lines.some((line) => /^Ben Ray,bbbbbbbb-[^,]*,told,,\d{4}-/.test(line)),
      lines.join('\n'),
    );
    assert.ok(
      lines.some((line) => /^Dana [^,]*,[^,]*,could not be reached,Kickoff is not added there,/.test(line)),
    );
    assert.deepEqual(shown('Ada', asked).uploaded, [{ id: upload!.uniqueId, name: fileConsent!.name }]);
    assert.equal(world.sandbox.channel.uploads.puts(upload!.uniqueId), 1);
  });
});
