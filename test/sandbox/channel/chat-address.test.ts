import assert from 'node:assert/strict';
import { formatChatAddress, parseChatAddress } from '../../../src/sandbox/channel/chat-address.ts';

describe('chat addresses', () => {
  it('takes a channel id and its thread apart and puts them together again', () => {
    const id = '19:00000000000000000000000000000def@thread.tacv2;messageid=1763640000001';
    const address = parseChatAddress(id);
    assert.deepEqual(address, {
      chatId: '19:00000000000000000000000000000def@thread.tacv2',
      rootId: '1763640000001',
    });
    assert.equal(formatChatAddress(address), id);
  });

  it('leaves an id without a thread as it is', () => {
    assert.deepEqual(parseChatAddress('a:1abc'), { chatId: 'a:1abc', rootId: undefined });
    assert.equal(formatChatAddress({ chatId: 'a:1abc', rootId: undefined }), 'a:1abc');
  });
});
