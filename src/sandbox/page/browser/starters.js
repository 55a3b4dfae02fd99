import { createElement } from './create-element.js';
import { say } from './say.js';

/**
 * What somebody new sees in an empty chat: three commands that go into the message box when pressed.
 *
 * @param {any} chat
 * @param {(text: string) => void} onPick
 */
export function starters(chat, onPick) {
  const examples = [
    [
      say('start "Budget 2027" in "Finance": Hello all, here is the plan.'),
      say('Starts a conversation at once'),
    ],
    ['new', say('Opens the form')],
    ['help', say('Shows what else there is')],
  ];
  return createElement(
    'section',
    { className: 'starters', 'aria-label': say('Examples to begin with') },
    createElement(
      'h3',
      {},
      chat.kind === 'personal' ? say('Say something to {name}', chat) : say('Begin in {name}', chat),
    ),
    createElement(
      'p',
      {},
      chat.kind === 'personal'
        ? say(
            'It starts conversations in Microsoft 365 groups, as you. The mail shows up at the right, as Outlook would show it.',
          )
        : say('Here the bot hears what mentions it, and everybody sees the answer.'),
    ),
    createElement(
      'ul',
      {},
      ...examples.map(([text = '', meaning = '']) =>
        createElement(
          'li',
          {},
          createElement(
            'button',
            { type: 'button', className: 'starter', onclick: () => onPick(text) },
            createElement('code', {}, text),
            createElement('span', {}, meaning),
          ),
        ),
      ),
    ),
  );
}
