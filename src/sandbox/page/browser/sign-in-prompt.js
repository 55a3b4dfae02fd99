import { createElement } from './create-element.js';
import { openSignIn } from './sign-in-popup.js';

/**
 * A sign-in card: its button opens the app's page in a pop-up.
 *
 * @param {{ text: string, title: string, url: string }} signIn
 * @param {() => void} onDone
 */
export function signInPrompt({ text, title, url }, onDone) {
  return createElement(
    'div',
    { className: 'card sign-in' },
    createElement('p', {}, text),
    createElement(
      'button',
      { type: 'button', className: 'primary', onclick: () => openSignIn(url, onDone) },
      title,
    ),
  );
}
