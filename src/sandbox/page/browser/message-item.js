import { avatar } from './avatar.js';
import { cardView } from './card-view.js';
import { createElement } from './create-element.js';
import { fileConsent } from './file-consent.js';
import { formatTime } from './format-time.js';
import { renderMarkdown } from './markdown.js';
import { menuButton } from './menu-button.js';
import { tell } from './page-client.js';
import { say } from './say.js';
import { signInPrompt } from './sign-in-prompt.js';
import { runCommand, showDialogResult } from './teams-dialog.js';
import { toast, toastError } from './toast.js';

/**
 * One message, as this person sees it.
 *
 * @param {any} message
 * @param {{ commands: any[], locale: string, onChange: () => void }} options
 * @returns {HTMLElement}
 */
export function messageItem(message, { commands, locale, onChange }) {
  const { from, mine, onlyMe, sentAt, edited, deleted } = message;
  return createElement(
    'li',
    { className: `message ${mine ? 'mine' : from.kind}`, 'data-id': message.id },
    avatar(from.name, from.kind),
    createElement(
      'div',
      { className: 'said' },
      createElement(
        'div',
        { className: 'head' },
        createElement('strong', {}, mine ? say('You') : from.name),
        createElement(
          'time',
          { dateTime: sentAt, title: new Date(sentAt).toLocaleString(document.documentElement.lang) },
          formatTime(sentAt),
        ),
        edited && !deleted && createElement('span', {}, say('Edited')),
        onlyMe && createElement('span', {}, say('Only you can see this')),
        !deleted && moreActions(message, commands),
      ),
      ...(deleted
        ? [createElement('p', { className: 'gone' }, say('This message was deleted.'))]
        : content(message, { locale, onChange })),
    ),
  );
}

/**
 * What the app can do with a message.
 *
 * @param {any} message
 * @param {any[]} commands
 */
function moreActions({ id, mine, from }, commands) {
  const items = commands
    .filter(({ context }) => context === 'message')
    .map(({ id: commandId, title }) => ({
      label: title,
      onPick: () => void runCommand(commandId, { messageId: id }),
    }));
  const label = mine ? say('More for your message') : say('More for the message of {name}', from);
  return items.length > 0 && menuButton({ label, icon: 'more', items });
}

/**
 * @param {any} message
 * @param {{ locale: string, onChange: () => void }} options
 */
function content(message, { locale, onChange }) {
  const { id, text, cards, signIn, footer, failedDelivery, unknownAttachments, files, pictures } = message;
  const { fileConsent: asked, uploaded } = message;
  const on = {
    press: (/** @type {string} */ action, /** @type {Record<string, string>} */ inputs) =>
      ask('press', { messageId: id, action, inputs }, onChange),
    search: (
      /** @type {string} */ inputId,
      /** @type {string} */ typed,
      /** @type {Record<string, string>} */ inputs,
    ) => tell('search', { messageId: id, inputId, text: typed, inputs }),
  };
  const goOn = () => void ask('signed-in', { messageId: id }, onChange);
  const lang = message.from.kind === 'bot' ? locale : '';
  return [
    text !== '' && words(message, lang),
    ...pictures.map((/** @type {string} */ picture) =>
      createElement('img', { className: 'picture', src: `/page/pictures/${picture}`, alt: say('Picture') }),
    ),
    ...files.map((/** @type {string} */ name) => createElement('p', { className: 'file' }, name)),
    asked && fileConsent(asked, (answer) => ask('file-consent', { messageId: id, answer }, onChange)),
    ...uploaded.map((/** @type {{ id: string, name: string }} */ file) =>
      createElement(
        'a',
        {
          className: 'file',
          href: `/page/files/${encodeURIComponent(file.id)}`,
          target: '_blank',
          rel: 'noopener',
        },
        file.name,
      ),
    ),
    ...cards.map((/** @type {any} */ card, /** @type {number} */ index) => {
      const view = cardView(card, index, on);
      view.lang = lang;
      return view;
    }),
    signIn && signInPrompt(signIn, goOn),
    footer &&
      (footer.kind === 'sign-in'
        ? signInPrompt(footer, goOn)
        : createElement('p', { className: `footer ${footer.kind}`, lang }, say(footer.text))),
    ...unknownAttachments.map((/** @type {string} */ type) =>
      createElement(
        'p',
        { className: 'footer info' },
        say('An attachment that this page cannot show: {type}', { type }),
      ),
    ),
    failedDelivery !== undefined &&
      createElement(
        'p',
        { className: 'footer error' },
        say('The bot did not take this message (HTTP {failedDelivery}).', message),
      ),
  ];
}

/**
 * Presses, and shows what is not shown by the message itself.
 *
 * @param {'press' | 'signed-in' | 'file-consent'} what
 * @param {any} body
 * @param {() => void} onChange
 */
async function ask(what, body, onChange) {
  try {
    const result = await tell(what, body);
    if (result.kind === 'task') showDialogResult(result.result, () => ask(what, body, onChange));
    if (result.kind === 'invalid') toast(say(result.message), 'error');
  } catch (error) {
    toastError(error);
  }
  onChange();
}

/**
 * @param {any} message
 * @param {string} lang
 */
function words({ text, textFormat }, lang) {
  if (textFormat !== 'markdown') return createElement('div', { className: 'bubble plain', lang }, text);
  return createElement('div', { className: 'bubble', lang, innerHTML: renderMarkdown(text) });
}
