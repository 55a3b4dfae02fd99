import { createElement } from './create-element.js';
import { say } from './say.js';

let count = 0;

/** @typedef {{ title: string, value: string }} Choice */

/**
 * A text box with a list of choices, usable with a keyboard and a screen reader (ARIA combobox).
 *
 * @param {{ label: string, placeholder: string, text: string, required: boolean,
 *   known: (text: string) => Choice[],
 *   ask: ((text: string) => Promise<Choice[]>) | undefined,
 *   isChosen: (choice: Choice) => boolean,
 *   onChoose: (choice: Choice) => void,
 *   onType: (text: string, found: Choice[]) => void,
 *   onBackspace: () => void }} options `known` are there at once, `ask` asks the app for more
 */
export function choiceBox(options) {
  const { label, placeholder, text, required, known, ask, isChosen, onChoose, onType, onBackspace } = options;
  const id = `choices-${++count}`;
  /** @type {Choice[]} */
  let found = [];
  let active = -1;
  let asked = 0;
  const list = createElement('ul', {
    id,
    role: 'listbox',
    className: 'choice-list',
    hidden: true,
    'aria-label': label,
  });
  const input = createElement('input', {
    type: 'text',
    className: 'ac-input ac-textInput choice-box',
    role: 'combobox',
    autocomplete: 'off',
    value: text,
    placeholder,
    'aria-label': label,
    'aria-required': String(required),
    'aria-autocomplete': 'list',
    'aria-controls': id,
    'aria-expanded': 'false',
    oninput() {
      onType(input.value, found);
      void search(input.value);
    },
    onkeydown: onKey,
    onclick: () => void search(''),
    onblur: close,
  });

  /** @param {string} typed */
  async function search(typed) {
    const mine = ++asked;
    const fixed = known(typed.trim().toLowerCase());
    found = fixed;
    show(ask ? say('Searching…') : say('Nothing found'));
    if (!ask) return;
    try {
      const more = await ask(typed);
      if (mine !== asked) return;
      const values = new Set(fixed.map(({ value }) => value));
      found = [...fixed, ...more.filter(({ value }) => !values.has(value))];
      show(say('Nothing found'));
    } catch {
      if (mine === asked) show(say('The search did not work. Try again.'));
    }
  }

  /** @param {string} otherwise what to say when there is nothing to choose */
  function show(otherwise) {
    if (document.activeElement !== input) return;
    const options = found.map((choice, index) =>
      createElement(
        'li',
        {
          id: `${id}-${index}`,
          role: 'option',
          'aria-selected': String(isChosen(choice)),
          // The list must not take the focus, or the box would close it before the click arrives.
          onmousedown: (/** @type {Event} */ event) => event.preventDefault(),
          onclick: () => choose(choice),
        },
        choice.title,
      ),
    );
    const nothing = createElement(
      'li',
      { className: 'nothing', role: 'option', 'aria-disabled': 'true' },
      otherwise,
    );
    list.replaceChildren(...(options.length > 0 ? options : [nothing]));
    const opens = list.hidden;
    list.hidden = false;
    input.setAttribute('aria-expanded', 'true');
    highlight(found.findIndex(isChosen));
    if (opens) list.scrollIntoView({ block: 'nearest' });
  }

  /** @param {number} index */
  function highlight(index) {
    active = index;
    for (const [place, option] of [...list.children].entries()) {
      option.classList.toggle('active', place === index);
    }
    if (index < 0 || found.length === 0) input.removeAttribute('aria-activedescendant');
    else {
      input.setAttribute('aria-activedescendant', `${id}-${index}`);
      list.children[index]?.scrollIntoView({ block: 'nearest' });
    }
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      if (list.hidden) void search('');
      else if (found.length > 0) highlight((active + step + found.length) % found.length);
    } else if (event.key === 'Backspace' && input.value === '') onBackspace();
    else if (!list.hidden) onKeyInList(event);
  }

  /** @param {KeyboardEvent} event */
  function onKeyInList(event) {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    // A dialog around it stays open.
    event.stopPropagation();
    const choice = found[active] ?? (found.length === 1 ? found[0] : undefined);
    if (event.key === 'Enter' && choice) choose(choice);
    else close();
  }

  /** @param {Choice} choice */
  function choose(choice) {
    close();
    onChoose(choice);
  }

  function close() {
    // An answer that comes later opens nothing.
    asked++;
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
  }

  return { element: createElement('div', { className: 'choice-search' }, input, list), input };
}
