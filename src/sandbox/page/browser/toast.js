import { createElement } from './create-element.js';
import { icon } from './icon.js';
import { say } from './say.js';

/** In milliseconds. */
const lasts = 10_000;

/**
 * One line at the top. It goes when it is put away, when the next one comes, or after a while, but not while the person
 * is at it.
 *
 * @param {string} text
 * @param {'info' | 'error'} [kind]
 */
export function toast(text, kind = 'info') {
  const close = createElement(
    'button',
    { type: 'button', className: 'tool', 'aria-label': say('Dismiss'), onclick: () => line.remove() },
    icon('close'),
  );
  const line = createElement('p', { className: `toast ${kind}` }, text, close);
  document.getElementById('toasts')?.replaceChildren(line);
  const goes = () => (line.matches(':hover, :focus-within') ? setTimeout(goes, lasts) : line.remove());
  setTimeout(goes, lasts);
}

/**
 * Says what went wrong with something that was asked of the server.
 *
 * @param {unknown} error
 */
export function toastError(error) {
  toast(error instanceof Error ? error.message : say('That did not work.'), 'error');
}
