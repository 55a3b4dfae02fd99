import { avatar } from './avatar.js';
import { createElement } from './create-element.js';
import { tell, who } from './page-client.js';
import { say } from './say.js';

/**
 * Who this tab is, and whether they have let the app act for them.
 *
 * @param {any} overview
 * @param {() => void} onConsentChange
 */
export function drawTopBar(overview, onConsentChange) {
  const people = overview.people.map((/** @type {any} */ person) =>
    createElement('option', { value: person.who, selected: person.who === who }, person.name),
  );
  const choose = (/** @type {Event} */ event) => {
    const next = new URLSearchParams({ as: /** @type {HTMLSelectElement} */ (event.target).value });
    location.search = next.toString();
  };
  const language = createElement(
    'select',
    {
      'aria-label': say('Language of your Teams and Outlook'),
      onchange: () => tell('locale', { locale: language.value }).then(() => location.reload()),
    },
    ...overview.locales.map((/** @type {any} */ { value, name }) =>
      createElement('option', { value, selected: value === overview.locale }, name),
    ),
  );
  const consent = overview.hasConsented
    ? createElement(
        'span',
        { className: 'consent' },
        say('{app} may act for you', overview),
        createElement(
          'button',
          {
            type: 'button',
            className: 'quiet',
            onclick: () => tell('withdraw-consent').then(onConsentChange),
          },
          say('Withdraw'),
        ),
      )
    : createElement('span', { className: 'consent' }, say('You have not agreed to {app} yet', overview));
  document
    .getElementById('top')
    ?.replaceChildren(
      createElement('img', { src: '/page/assets/icon.svg', alt: '', width: 24, height: 24 }),
      createElement('h1', {}, overview.app, createElement('small', {}, say('local Microsoft 365'))),
      createElement('span', { className: 'fill' }),
      consent,
      language,
      createElement(
        'label',
        { className: 'who' },
        avatar(overview.me.name, 'person'),
        say('You are'),
        people[0] && createElement('select', { onchange: choose }, ...people),
      ),
    );
}
