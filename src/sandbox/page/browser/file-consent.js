import { createElement } from './create-element.js';
import { say } from './say.js';

/**
 * The app offers a file: *Allow* puts it into the person's OneDrive.
 *
 * @param {{ name: string, description: string, sizeInBytes: number, answer?: 'accept' | 'decline' }} consent
 * @param {(answer: 'accept' | 'decline') => Promise<void>} onAnswer
 */
export function fileConsent({ name, description, sizeInBytes, answer }, onAnswer) {
  const button = (
    /** @type {string} */ title,
    /** @type {'accept' | 'decline'} */ meant,
    /** @type {string} */ className,
  ) => createElement('button', { type: 'button', className, onclick: () => void choose(meant) }, title);
  const buttons = createElement(
    'div',
    { className: 'consent-buttons' },
    button(say('Allow'), 'accept', 'primary'),
    button(say('Decline'), 'decline', 'ac-pushButton'),
  );
  /** @param {'accept' | 'decline'} meant */
  const choose = async (meant) => {
    buttons.inert = true;
    try {
      await onAnswer(meant);
    } finally {
      buttons.inert = false;
    }
  };
  const answered = { accept: say('You allowed it.'), decline: say('You declined it.') };
  return createElement(
    'div',
    { className: 'card file-consent' },
    createElement('strong', {}, name),
    createElement('p', {}, description),
    createElement('small', {}, sizeOf(sizeInBytes)),
    answer === undefined ? buttons : createElement('p', { className: 'footer info' }, answered[answer]),
  );
}

/** @param {number} bytes */
function sizeOf(bytes) {
  return bytes < 1024
    ? say('{count} bytes', { count: bytes })
    : `${Math.ceil(bytes / 1024).toLocaleString(document.documentElement.lang)} KB`;
}
