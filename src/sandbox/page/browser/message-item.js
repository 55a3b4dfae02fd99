import { avatar } from './avatar.js';
import { cardView } from './card-view.js';
import { createElement } from './create-element.js';
import { formatTime } from './format-time.js';
import { renderMarkdown } from './markdown.js';
import { tell } from './page-client.js';
import { signInPrompt } from './sign-in-prompt.js';

/**
 * One message, as this person sees it.
 *
 * @param {any} message
 * @param {{ onChange: () => void }} options
 * @returns {HTMLElement}
 */
export function messageItem(message, { onChange }) {
  const { from, mine, sentAt, edited, deleted } = message;
  return createElement(
    'li',
    { className: `message ${mine ? 'mine' : from.kind}`, 'data-id': message.id },
    avatar(from.name, from.kind),
    createElement(
      'div',
      { className: 'said' },
      createElement(
        'p',
        { className: 'head' },
        createElement('strong', {}, mine ? 'You' : from.name),
        createElement(
          'time',
          { dateTime: sentAt, title: new Date(sentAt).toLocaleString() },
          formatTime(sentAt),
        ),
        edited && !deleted && createElement('span', {}, 'Edited'),
      ),
      ...(deleted
        ? [createElement('p', { className: 'gone' }, 'This message was deleted.')]
        : content(message, onChange)),
    ),
  );
}

/**
 * @param {any} message
 * @param {() => void} onChange
 */
function content(message, onChange) {
  const { id, text, cards, signIn, footer, failedDelivery, unknownAttachments } = message;
  const on = {
    press: async (/** @type {string} */ action, /** @type {Record<string, string>} */ inputs) => {
      await tell('press', { messageId: id, action, inputs });
      onChange();
    },
    search: (
      /** @type {string} */ inputId,
      /** @type {string} */ typed,
      /** @type {Record<string, string>} */ inputs,
    ) => tell('search', { messageId: id, inputId, text: typed, inputs }),
  };
  return [
    text !== '' && words(message),
    ...cards.map((/** @type {any} */ card, /** @type {number} */ index) => cardView(card, index, on)),
    signIn && signInPrompt(signIn),
    footer &&
      (footer.kind === 'sign-in'
        ? signInPrompt(footer)
        : createElement('p', { className: `footer ${footer.kind}` }, footer.text)),
    ...unknownAttachments.map((/** @type {string} */ type) =>
      createElement('p', { className: 'footer info' }, `An attachment that this page cannot show: ${type}`),
    ),
    failedDelivery !== undefined &&
      createElement(
        'p',
        { className: 'footer error' },
        `The bot did not take this message (HTTP ${failedDelivery}).`,
      ),
  ];
}

/** @param {any} message */
function words({ text, textFormat }) {
  if (textFormat !== 'markdown') return createElement('div', { className: 'bubble plain' }, text);
  return createElement('div', { className: 'bubble', innerHTML: renderMarkdown(text) });
}
