import { announce } from './announce.js';
import { createElement } from './create-element.js';
import { messageItem } from './message-item.js';
import { say } from './say.js';

/**
 * The messages of one chat, drawn anew only where something changed, so that a form keeps what is being typed.
 *
 * @param {any} chat
 * @param {{ commands: any[], locale: string, onChange: () => void, onReply: (message: any) => void }} options
 * @returns {{ element: HTMLElement, show: (messages: any[]) => void }}
 */
export function messageList(chat, { commands, locale, onChange, onReply }) {
  const element = createElement('ol', {
    className: `messages ${chat.kind}`,
    'aria-label': say('Messages in {name}', chat),
    tabIndex: 0,
  });
  /** @type {Map<string, { revision: string, item: HTMLElement }>} */
  const drawn = new Map();
  let isFirst = true;

  /**
   * Puts one message where it belongs, drawing it again only if it changed. Answers whether it did.
   *
   * @param {any} message
   * @param {number} index
   * @param {any[]} messages
   */
  function draw(message, index, messages) {
    const before = drawn.get(message.id);
    if (before?.revision === message.revision) {
      if (element.children[index] !== before.item) place(element, before.item, index);
      return false;
    }
    const hadFocus = before && holdsFocus(before.item);
    const item = messageItem(message, { commands, locale, onChange });
    decorate(item, message, chat, messages, onReply);
    before?.item.remove();
    place(element, item, index);
    drawn.set(message.id, { revision: message.revision, item });
    if (hadFocus) focusCard(item);
    return true;
  }

  return {
    element,
    show(messages) {
      const isAtEnd = element.scrollHeight - element.scrollTop - element.clientHeight < 80;
      const hasWritten = messages.some((message) => message.mine && !drawn.has(message.id));
      const sorted = inThreads(messages);
      const changed = sorted.filter((message, index) => draw(message, index, messages));
      const seen = new Set(sorted.map((message) => message.id));
      for (const [id, { item }] of drawn) {
        if (seen.has(id)) continue;
        item.remove();
        drawn.delete(id);
      }
      if (isFirst || hasWritten || (changed.length > 0 && isAtEnd)) element.scrollTop = element.scrollHeight;
      const news = changed.findLast((message) => !message.mine);
      if (news && !isFirst) announce(`${news.from.name}: ${spoken(news)}`);
      isFirst = false;
    },
  };
}

/**
 * Each thread of a channel together, threads in the order in which they began.
 *
 * @param {any[]} messages
 */
function inThreads(messages) {
  const began = (/** @type {any} */ message) => Number(message.rootId ?? message.id);
  return [...messages].sort((one, other) => began(one) - began(other) || Number(one.id) - Number(other.id));
}

/**
 * @param {HTMLElement} item
 * @param {any} message
 * @param {any} chat
 * @param {any[]} messages
 * @param {(message: any) => void} onReply
 */
function decorate(item, message, chat, messages, onReply) {
  if (chat.kind !== 'channel') return;
  item.classList.add(message.rootId === message.id ? 'root' : 'reply');
  const root = messages.find((each) => each.id === message.rootId) ?? message;
  if (message !== root) return;
  const label = message.mine
    ? say('Reply in the thread that you began')
    : say('Reply in the thread that {name} began', message.from);
  item.querySelector('.said')?.append(
    createElement(
      'button',
      {
        type: 'button',
        className: 'quiet reply-button',
        'aria-label': label,
        onclick: () => onReply(root),
      },
      say('Reply'),
    ),
  );
}

/**
 * @param {HTMLElement} list
 * @param {HTMLElement} item
 * @param {number} index
 */
function place(list, item, index) {
  list.insertBefore(item, list.children[index] ?? null);
}

/**
 * Whether the person is in this message: typing, or waiting for the card that they pressed.
 *
 * @param {HTMLElement} item
 */
function holdsFocus(item) {
  const { activeElement } = document;
  const isWaiting = item.querySelector('[data-pressed]') !== null && activeElement === document.body;
  return isWaiting || item.contains(activeElement);
}

/**
 * After a card was replaced under the person's hands the focus goes to the new one.
 *
 * @param {HTMLElement} item
 */
function focusCard(item) {
  /** @type {HTMLElement | null} */
  const card = item.querySelector('.card');
  card?.focus({ preventScroll: true });
  item.scrollIntoView({ block: 'nearest' });
}

/** @param {any} message */
function spoken({ text, cards, signIn, footer, deleted }) {
  if (deleted) return say('message deleted');
  const said = [
    text,
    ...cards.map((/** @type {any} */ card) => card.speak ?? card.fallbackText ?? firstWords(card)),
    signIn?.text,
    footer?.text,
  ];
  return said.filter(Boolean).join('. ').slice(0, 300);
}

/**
 * @param {any} part
 * @returns {string}
 */
function firstWords(part) {
  if (typeof part !== 'object' || part === null) return '';
  if (typeof part.text === 'string') return part.text;
  for (const child of [part.inlines, part.body, part.items, part.columns].flat()) {
    const words = firstWords(child);
    if (words !== '') return words;
  }
  return '';
}
