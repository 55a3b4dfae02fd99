import { createElement } from './create-element.js';

const examples = ['start "Budget 2027" in "Finance": Hello all, here is the plan.', 'new', 'help'];
const meanings = ['Starts a conversation at once', 'Opens the form', 'Shows what else there is'];

/**
 * What somebody new sees in an empty chat: three commands that go into the message box when pressed.
 *
 * @param {any} chat
 * @param {(text: string) => void} onPick
 */
export function starters(chat, onPick) {
  return createElement(
    'section',
    { className: 'starters', 'aria-label': 'Examples to begin with' },
    createElement(
      'h3',
      {},
      chat.kind === 'personal' ? `Say something to ${chat.name}` : `Begin in ${chat.name}`,
    ),
    createElement(
      'p',
      {},
      chat.kind === 'personal'
        ? 'It starts conversations in Microsoft 365 groups, as you. The mail shows up at the right, as Outlook would show it.'
        : 'Here the bot hears what mentions it, and everybody sees the answer.',
    ),
    createElement(
      'ul',
      {},
      ...examples.map((text, index) =>
        createElement(
          'li',
          {},
          createElement(
            'button',
            { type: 'button', className: 'starter', onclick: () => onPick(text) },
            createElement('code', {}, text),
            createElement('span', {}, meanings[index] ?? ''),
          ),
        ),
      ),
    ),
  );
}
