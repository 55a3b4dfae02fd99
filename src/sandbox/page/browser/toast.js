import { createElement } from './create-element.js';
import { icon } from './icon.js';

/**
 * One line at the bottom that stays until it is put away or the next one comes.
 *
 * @param {string} text
 * @param {'info' | 'error'} [kind]
 */
export function toast(text, kind = 'info') {
  const close = createElement(
    'button',
    { type: 'button', className: 'tool', 'aria-label': 'Dismiss', onclick: () => line.remove() },
    icon('close'),
  );
  const line = createElement('p', { className: `toast ${kind}` }, text, close);
  document.getElementById('toasts')?.replaceChildren(line);
}

/**
 * Says what went wrong with something that was asked of the server.
 *
 * @param {unknown} error
 */
export function toastError(error) {
  toast(error instanceof Error ? error.message : 'That did not work.', 'error');
}
