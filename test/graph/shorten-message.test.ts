import assert from 'node:assert/strict';
import { shortenMessage } from '../../src/graph/shorten-message.ts';

describe('shortenMessage', () => {
  it('makes one line of it, at most 200 characters', () => {
    assert.equal(shortenMessage(' The\r\n  topic\tis bad. '), 'The topic is bad.');
    assert.equal(shortenMessage('x '.repeat(120)).length, 200);
  });

  it('leaves out ids, which say nothing to a person, and nothing else', () => {
    const mailItem = `AAQkAD${'k0Zx-_+/'.repeat(12)}AAA=`;
    for (const [message, said] of [
      ["Resource 'DDDDDDDD-0000-4000-8000-000000000001' does not exist.", "Resource '…' does not exist."],
      [`The item ${mailItem} is gone.`, 'The item … is gone.'],
      [
        'See https://learn.microsoft.com/graph/api/resources/group?view=graph-rest-1.0 for member@contoso.com.',
        'See https://learn.microsoft.com/graph/api/resources/group?view=graph-rest-1.0 for member@contoso.com.',
      ],
    ] as const)
      assert.equal(shortenMessage(message), said);
  });
});
