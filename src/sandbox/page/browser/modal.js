import { createElement } from './create-element.js';
import { icon } from './icon.js';
import { say } from './say.js';

/**
 * What had the focus last outside of dialogs: a card that waits for its press is inert, and the browser forgets it.
 *
 * @type {HTMLElement | undefined}
 */
let last;
document.addEventListener('focusin', ({ target }) => {
  if (target instanceof HTMLElement && !target.closest('dialog')) last = target;
});

/**
 * A dialog over the page: the browser keeps the focus in it, closes it with Esc and gives the focus back afterwards.
 *
 * @param {{ title: string, className?: string, onClose: () => void }} options `onClose` is told once, whoever closed it
 * @returns {{ body: HTMLElement, setTitle: (title: string) => void, close: () => void, focusFirst: () => void }}
 */
export function openModal({ title, className = '', onClose }) {
  const opener = last;
  const heading = createElement('h2', { id: 'modal-title' }, title);
  const body = createElement('div', { className: 'modal-body' });
  const element = createElement(
    'dialog',
    { className: `modal ${className}`, 'aria-labelledby': 'modal-title' },
    createElement(
      'header',
      {},
      heading,
      createElement(
        'button',
        { type: 'button', className: 'tool', 'aria-label': say('Close'), onclick: () => element.close() },
        icon('close'),
      ),
    ),
    body,
  );
  element.addEventListener('close', () => {
    element.remove();
    if (document.activeElement === document.body)
      (opener?.isConnected ? opener : document.getElementById('composer-text'))?.focus();
    onClose();
  });
  document.body.append(element);
  element.showModal();
  return {
    body,
    setTitle: (text) => (heading.textContent = text),
    close: () => element.close(),
    focusFirst: () => body.querySelector('input, textarea, select, button, a')?.focus(),
  };
}
