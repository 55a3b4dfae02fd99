import assert from 'node:assert/strict';
import type { ConversationRequest } from '../../src/conversations/request.ts';
import type { MessageView } from '../../src/sandbox/client/message-view.ts';

/** What only the receipt of that state says. */
const said: Partial<Record<ConversationRequest['state'], readonly string[]>> = {
  created: ['Conversation started', 'Thread started', 'Reply sent', 'Microsoft 365 has accepted your reply'],
  unknown: ['I could not find it'],
};
const buttons = ['Look again', 'Send again', 'Discard'];

/**
 * There is one card about a request, and it says where it is; one that was refused has its text in a form.
 *
 * @param token what the request's text contains and no other does
 * @throws AssertionError
 */
export function checkReceipt(
  request: ConversationRequest,
  messages: readonly MessageView[],
  token: string,
): void {
  const shown = messages
    .filter(({ deleted }) => !deleted)
    .map(({ cards }) => JSON.stringify(cards))
    .filter((text) => text.includes(token));
  assert.equal(shown.length, 1, `receipts of a request that is ${request.state}`);
  const [card = ''] = shown;
  for (const [state, sentences] of Object.entries(said)) {
    const says = sentences.some((sentence) => card.includes(sentence));
    assert.equal(says, state === request.state, `the receipt of ${request.state} says ${state}`);
  }
  if (request.state === 'created' && request.kind === 'reply')
    assert.equal(
      card.includes('Reply sent'),
      request.created?.postId !== undefined,
      'says sent of what was read',
    );
  const missing = buttons.filter((title) => card.includes(title) !== (request.state === 'unknown'));
  assert.deepEqual(missing, [], `buttons of a request that is ${request.state}`);
  if (request.state === 'refused')
    assert.ok(card.includes(`The text of ${token}.`), 'what was typed is not in the form');
}
