import { say } from './say.js';
import { toast } from './toast.js';

/** @type {AbortController | undefined} */
let waiting;

/**
 * Opens the app's sign-in page in a pop-up. Its last page asks its host with TeamsJS to begin; TeamsJS takes an answer
 * from Microsoft's own addresses only, so this host cannot be handed the page's code: it closes the window, and what
 * waited is asked for once more.
 *
 * The page hears `signed-in` too, because consent may have been given.
 *
 * @param {string} url
 * @param {() => void} onDone not told when the person closes the window
 */
export function openSignIn(url, onDone) {
  if (!/^https?:/.test(url)) return;
  const popup = window.open(url, 'sign-in', 'popup,width=560,height=680');
  if (!popup) return toast(say('The browser has kept the sign-in window from opening.'), 'error');
  waiting?.abort();
  waiting = new AbortController();
  const { signal } = waiting;
  window.addEventListener(
    'message',
    ({ source, data }) => {
      if (source !== popup || data?.func !== 'initialize') return;
      waiting?.abort();
      popup.close();
      window.dispatchEvent(new Event('signed-in'));
      onDone();
    },
    { signal },
  );
}
