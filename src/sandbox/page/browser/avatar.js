import { createElement } from './create-element.js';

/**
 * A round picture with a person's initials, or the bot's square one. Always next to the name, so not read out.
 *
 * @param {string} name
 * @param {'person' | 'bot'} kind
 */
export function avatar(name, kind) {
  const initials = name
    .split(' ')
    .map((word) => word.charAt(0))
    .slice(0, 2)
    .join('');
  const tone =
    Array.from(name, (letter) => letter.codePointAt(0) ?? 0).reduce((sum, code) => sum + code, 0) % 6;
  return createElement(
    'span',
    { className: `avatar ${kind} tone-${kind === 'bot' ? 'bot' : tone}`, 'aria-hidden': 'true' },
    initials.toUpperCase(),
  );
}
