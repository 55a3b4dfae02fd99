/* global AdaptiveCards */
import { createElement } from './create-element.js';
import { hostConfig } from './host-config.js';
import { renderMarkdown } from './markdown.js';
import { resetDependants } from './reset-dependants.js';
import { say } from './say.js';

/**
 * Draws one card.
 *
 * @param {any} json the card
 * @param {number} index its place among the message's cards
 * @param {{ press: (action: string, inputs: Record<string, string>) => Promise<void>,
 *   search: (inputId: string, text: string, inputs: Record<string, string>) => Promise<any[]> }} on
 * @returns {HTMLElement}
 */
export function cardView(json, index, on) {
  // @ts-expect-error The card library's browser build is a global.
  const cards = AdaptiveCards;
  cards.AdaptiveCard.onProcessMarkdown = (/** @type {string} */ text, /** @type {any} */ result) => {
    result.outputHtml = renderMarkdown(text);
    result.didProcess = true;
  };
  cards.Strings.defaults.overflowButtonTooltip = () => say('More options');
  const card = new cards.AdaptiveCard();
  card.hostConfig = new cards.HostConfig(hostConfig);
  const inputs = () =>
    Object.fromEntries(
      card.getAllInputs().map((/** @type {any} */ input) => [input.id, asText(input.value)]),
    );
  card.searchChoices = (/** @type {string} */ inputId, /** @type {string} */ text) =>
    on.search(inputId, text, inputs());
  const view = createElement('div', { className: 'card', tabIndex: -1 });
  card.onExecuteAction = async (/** @type {any} */ action) => {
    if (action.url !== undefined) return openLink(action.url);
    // What is inert loses the focus; the mark lets whatever is drawn in its place take it up again.
    view.dataset['pressed'] = 'true';
    const button = /** @type {HTMLElement | null} */ (document.activeElement);
    view.inert = true;
    view.setAttribute('aria-busy', 'true');
    try {
      await on.press(action.id, inputs());
    } finally {
      view.inert = false;
      view.removeAttribute('aria-busy');
      if (document.activeElement === document.body && button?.isConnected) button.focus();
    }
  };
  card.onAnchorClicked = (/** @type {any} */ _element, /** @type {HTMLAnchorElement} */ anchor) => {
    openLink(anchor.href);
    return true;
  };
  card.onInputValueChanged = (/** @type {any} */ input) => resetDependants(json, card, input);
  card.parse(withPlaces(json, `/${index}`));
  const rendered = card.render();
  view.append(rendered ?? createElement('p', { className: 'problem' }, say('This card cannot be shown.')));
  return view;
}

/**
 * The card with each action's id replaced by its place, by which the server finds the action again.
 *
 * @param {any} part
 * @param {string} place JSON pointer
 * @returns {any}
 */
function withPlaces(part, place) {
  if (Array.isArray(part)) return part.map((each, index) => withPlaces(each, `${place}/${index}`));
  if (typeof part !== 'object' || part === null) return part;
  const copy = Object.fromEntries(
    Object.entries(part).map(([name, value]) => [
      name,
      name === 'data' || name === 'fallback' ? value : withPlaces(value, `${place}/${name}`),
    ]),
  );
  return typeof part.type === 'string' && part.type.startsWith('Action.') ? { ...copy, id: place } : copy;
}

/**
 * Links of cards open apart from the page, and only where a link may lead.
 *
 * @param {string} url
 */
function openLink(url) {
  if (/^(https?|mailto):/i.test(url)) window.open(url, '_blank', 'noopener');
}

/** @param {unknown} value */
function asText(value) {
  if (typeof value === 'string') return value;
  return typeof value === 'number' && !Number.isNaN(value) ? `${value}` : '';
}
