import assert from 'node:assert/strict';
import { CodedError } from '../../../src/conversations/errors/coded-error.ts';

describe('CodedError', () => {
  it('has the status and the sentences of its code, filled in', () => {
    const error = new CodedError('TOPIC_TOO_LONG', { length: '300', limit: '255' });
    assert.equal(error.status, 400);
    assert.equal(error.says, 'The topic has 300 characters; at most 255 fit.');
    assert.equal(error.next, 'Shorten the topic, the text can hold the rest.');
  });

  it('fills words in as they are, without reading patterns in them', () => {
    const error = new CodedError('GROUP_NOT_FOUND', { group: '$& {group} $1' });
    assert.equal(error.says, 'There is no group called “$& {group} $1” that you can see.');
  });

  it('shows a gap for a word that nobody gave', () => {
    assert.equal(new CodedError('GROUP_AMBIGUOUS').says, 'Several groups fit “…”.');
  });

  it('keeps what people read out of the message for logs, and keeps the cause', () => {
    const cause = new Error('socket closed');
    const plain = new CodedError('GROUP_NOT_FOUND', { group: 'Secret plans' });
    assert.equal(plain.message, 'GROUP_NOT_FOUND');
    assert.equal('cause' in plain, false);
    const told = new CodedError('GRAPH_UNREACHABLE', {}, { cause, log: 'connecting failed' });
    assert.equal(told.message, 'connecting failed');
    assert.equal(told.cause, cause);
    assert.ok(told instanceof Error);
    assert.equal(told.name, 'CodedError');
  });
});
