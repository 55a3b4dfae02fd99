import assert from 'node:assert/strict';
import { checkContent } from '../../src/conversations/check-content.ts';
import { wish } from './fakes/world.ts';

type Content = Parameters<typeof checkContent>[0];

function codes(differences: Partial<Content>): string[] {
  return checkContent({ ...wish().content, ...differences }).map(
    ({ field, error }) => `${field} ${error.code}`,
  );
}

describe('checking what was typed', () => {
  it('finds nothing wrong with a whole request', () => assert.deepEqual(codes({}), []));
  it('names every field at once', () =>
    assert.deepEqual(codes({ typedGroup: ' ', topic: '\n', body: '' }), [
      'group GROUP_MISSING',
      'topic TOPIC_EMPTY',
      'body BODY_EMPTY',
    ]));
  it('limits the topic to 255 characters', () => {
    assert.deepEqual(codes({ topic: 'x'.repeat(255) }), []);
    assert.deepEqual(codes({ topic: 'x'.repeat(256) }), ['topic TOPIC_TOO_LONG']);
  });
  it('limits the text', () => assert.deepEqual(codes({ body: 'x'.repeat(100_001) }), ['body BODY_TOO_LONG']));
  it('names the first piece that is no address', () =>
    assert.deepEqual(codes({ notAddresses: ['ben at home'] }), ['people ADDRESS_INVALID']));
  it('refuses 200 people and says how many fit', () => {
    const people = Array.from({ length: 200 }, (_, index) => ({ address: `p${index}@contoso.com` }));
    const [problem] = checkContent({ ...wish().content, people });
    assert.equal(problem?.error.code, 'TOO_MANY_PEOPLE');
    assert.match(problem.error.says, /200.*100/);
  });
  it('wants a conversation for a thread', () =>
    assert.deepEqual(codes({ kind: 'thread' }), ['conversation CONVERSATION_MISSING']));
});
