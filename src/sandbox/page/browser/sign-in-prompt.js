import { createElement } from './create-element.js';

/**
 * A sign-in card: its button opens the app's page in a pop-up; the bot goes on by itself when that is done.
 *
 * @param {{ text: string, title: string, url: string }} signIn
 */
export function signInPrompt({ text, title, url }) {
  const open = () => {
    if (!/^https?:/.test(url)) return;
    window.open(url, 'sign-in', 'popup,width=560,height=680');
  };
  return createElement(
    'div',
    { className: 'card sign-in' },
    createElement('p', {}, text),
    createElement('button', { type: 'button', className: 'primary', onclick: open }, title),
  );
}
