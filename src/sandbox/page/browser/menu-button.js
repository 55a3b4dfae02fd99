import { createElement } from './create-element.js';
import { icon } from './icon.js';

let count = 0;

/**
 * A button with a menu: arrows go through it, Esc and Tab close it.
 *
 * @param {{ label: string, icon: 'more' | 'apps', side?: 'above' | 'below',
 *   items: { label: string, onPick: () => void }[] }} options
 * @returns {HTMLElement}
 */
export function menuButton({ label, icon: name, side = 'below', items }) {
  const id = `menu-${++count}`;
  const entries = items.map((item) =>
    createElement(
      'button',
      {
        type: 'button',
        role: 'menuitem',
        tabIndex: -1,
        onclick: () => {
          close();
          button.focus();
          item.onPick();
        },
      },
      item.label,
    ),
  );
  const menu = createElement(
    'div',
    { id, role: 'menu', className: `menu ${side}`, 'aria-label': label, hidden: true },
    ...entries,
  );
  const button = createElement(
    'button',
    {
      type: 'button',
      className: 'tool',
      title: label,
      'aria-label': label,
      'aria-haspopup': 'menu',
      'aria-expanded': 'false',
      'aria-controls': id,
      onclick: () => (menu.hidden ? open(0) : close()),
    },
    icon(name),
  );

  /** @param {number} index */
  function open(index) {
    menu.hidden = false;
    button.setAttribute('aria-expanded', 'true');
    entries.at(index)?.focus();
    menu.scrollIntoView({ block: 'nearest' });
  }

  function close() {
    menu.hidden = true;
    button.setAttribute('aria-expanded', 'false');
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    const at = entries.indexOf(document.activeElement);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (event.key === 'Escape' && !menu.hidden) {
      event.preventDefault();
      event.stopPropagation();
      close();
      button.focus();
    } else if (next !== undefined) {
      event.preventDefault();
      if (menu.hidden) open(event.key === 'ArrowUp' ? -1 : 0);
      else entries.at(next % entries.length)?.focus();
    }
  }

  const element = createElement('span', { className: 'menu-button', onkeydown: onKey }, button, menu);
  element.addEventListener('focusout', (/** @type {FocusEvent} */ event) => {
    if (!element.contains(event.relatedTarget)) close();
  });
  return element;
}
