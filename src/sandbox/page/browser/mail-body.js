import { createElement } from './create-element.js';
import { say } from './say.js';

/**
 * The body of a mail. HTML was cleaned by the server and is shown in a frame in which no script runs; text is text.
 *
 * @param {{ contentType: 'text' | 'html', content: string }} body
 * @param {string} sender
 * @returns {HTMLElement}
 */
export function mailBody({ contentType, content }, sender) {
  if (contentType === 'text') return createElement('div', { className: 'mail-text' }, content);
  const frame = createElement('iframe', {
    title: say('Message from {sender}', { sender }),
    className: 'mail-frame',
    // Same origin lets the page measure it; without allow-scripts nothing in it can run.
    sandbox: 'allow-same-origin allow-popups allow-popups-to-escape-sandbox',
    srcdoc: `<!doctype html><link rel="stylesheet" href="/page/assets/theme.css"><link rel="stylesheet" href="/page/assets/mail-frame.css"><body>${content}</body>`,
  });
  frame.addEventListener('load', () => {
    const inside = frame.contentDocument?.body;
    if (!inside) return;
    const fit = () => (frame.style.height = `${Math.min(inside.scrollHeight + 2, 480)}px`);
    new ResizeObserver(fit).observe(inside);
    fit();
  });
  return frame;
}
