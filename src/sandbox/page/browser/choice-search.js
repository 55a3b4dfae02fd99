/* global AdaptiveCards */
import { createElement } from './create-element.js';

let count = 0;

/**
 * Titles of choices seen before: a card that comes back names only the value of what was picked from a search.
 *
 * @type {Map<string, string>}
 */
const titles = new Map();

/**
 * Teaches the card renderer a filtered choice set that is usable with a keyboard and a screen reader and that asks
 * the bot while the person types (`choices.data`). A card that holds one has a function `searchChoices`.
 */
export function registerChoiceSearch() {
  // @ts-expect-error The card library's browser build is a global.
  const cards = AdaptiveCards;
  cards.GlobalRegistry.elements.register('Input.ChoiceSet', createClass(cards.ChoiceSetInput));
}

/** @param {any} Base */
function createClass(Base) {
  return class ChoiceSearch extends Base {
    /** @type {any} */ box;
    /** @type {any} */ list;
    /** @type {{ title: string, value: string }[]} */ found = [];
    /** @type {{ title: string, value: string } | undefined} */ chosen;
    active = -1;
    asked = 0;

    isSearch() {
      return !this.isMultiSelect && (this.style === 'filtered' || this.choicesData?.dataset);
    }

    internalRender() {
      if (!this.isSearch()) return super.internalRender();
      const id = `choices-${++count}`;
      this.chosen = this.choices.find((/** @type {any} */ each) => each.value === this.defaultValue);
      if (!this.chosen && this.defaultValue) {
        this.chosen = { title: titles.get(this.defaultValue) ?? this.defaultValue, value: this.defaultValue };
      }
      this.list = createElement('ul', {
        id,
        role: 'listbox',
        className: 'choice-list',
        hidden: true,
        'aria-label': this.label ?? 'Choices',
      });
      this.box = createElement('input', {
        type: 'text',
        className: 'ac-input ac-textInput choice-box',
        role: 'combobox',
        autocomplete: 'off',
        value: this.chosen?.title ?? '',
        placeholder: this.placeholder ?? '',
        'aria-autocomplete': 'list',
        'aria-controls': id,
        'aria-expanded': 'false',
        oninput: () => this.onTyped(),
        onkeydown: (/** @type {KeyboardEvent} */ event) => this.onKey(event),
        onclick: () => this.search(''),
        onblur: () => this.close(),
      });
      return createElement('div', { className: 'choice-search' }, this.box, this.list);
    }

    onTyped() {
      const typed = this.box.value.trim().toLowerCase();
      this.chosen = [...this.choices, ...this.found].find((each) => each.title.toLowerCase() === typed);
      this.valueChanged();
      void this.search(this.box.value);
    }

    /** @param {string} text */
    async search(text) {
      const asked = ++this.asked;
      const typed = text.trim().toLowerCase();
      const fixed = this.choices.filter((/** @type {any} */ each) =>
        each.title.toLowerCase().includes(typed),
      );
      this.found = fixed;
      this.show(this.choicesData?.dataset ? 'Searching…' : 'Nothing found');
      if (!this.choicesData?.dataset) return;
      try {
        const found = await this.getRootElement().searchChoices(this.id, text);
        if (asked !== this.asked) return;
        const known = new Set(fixed.map((/** @type {any} */ each) => each.value));
        this.found = [...fixed, ...found.filter((/** @type {any} */ each) => !known.has(each.value))];
        this.show('Nothing found');
      } catch {
        if (asked === this.asked) this.show('The search did not work. Try again.');
      }
    }

    /** @param {string} otherwise what to say when there is nothing to choose */
    show(otherwise) {
      if (document.activeElement !== this.box) return;
      this.active = this.found.findIndex((each) => each.value === this.chosen?.value);
      const options = this.found.map((choice, index) =>
        createElement(
          'li',
          {
            id: `${this.list.id}-${index}`,
            role: 'option',
            'aria-selected': String(choice.value === this.chosen?.value),
            // The list must not take the focus, or the box would close it before the click arrives.
            onmousedown: (/** @type {Event} */ event) => event.preventDefault(),
            onclick: () => this.choose(choice),
          },
          choice.title,
        ),
      );
      const nothing = createElement(
        'li',
        { className: 'nothing', role: 'option', 'aria-disabled': 'true' },
        otherwise,
      );
      this.list.replaceChildren(...(options.length > 0 ? options : [nothing]));
      this.list.hidden = false;
      this.box.setAttribute('aria-expanded', 'true');
      this.highlight(this.active);
    }

    /** @param {number} index */
    highlight(index) {
      this.active = index;
      for (const [place, option] of [...this.list.children].entries()) {
        option.classList.toggle('active', place === index);
      }
      if (index < 0 || this.found.length === 0) this.box.removeAttribute('aria-activedescendant');
      else {
        this.box.setAttribute('aria-activedescendant', `${this.list.id}-${index}`);
        this.list.children[index]?.scrollIntoView({ block: 'nearest' });
      }
    }

    /** @param {KeyboardEvent} event */
    onKey(event) {
      const steps = { ArrowDown: 1, ArrowUp: -1 };
      const step = steps[/** @type {'ArrowDown' | 'ArrowUp'} */ (event.key)];
      if (step !== undefined) {
        event.preventDefault();
        if (this.list.hidden) void this.search('');
        else if (this.found.length > 0)
          this.highlight((this.active + step + this.found.length) % this.found.length);
      } else if (event.key === 'Enter' && !this.list.hidden) {
        event.preventDefault();
        const choice = this.found[this.active] ?? (this.found.length === 1 ? this.found[0] : undefined);
        if (choice) this.choose(choice);
        else this.close();
      } else if (event.key === 'Escape' && !this.list.hidden) {
        event.stopPropagation();
        this.close();
      }
    }

    /** @param {{ title: string, value: string }} choice */
    choose(choice) {
      this.chosen = choice;
      titles.set(choice.value, choice.title);
      this.box.value = choice.title;
      this.close();
      this.valueChanged();
    }

    close() {
      this.list.hidden = true;
      this.box.setAttribute('aria-expanded', 'false');
      this.box.removeAttribute('aria-activedescendant');
    }

    focus() {
      if (this.box) this.box.focus();
      else super.focus();
    }

    isSet() {
      return this.box ? this.chosen !== undefined : super.isSet();
    }

    isValid() {
      return this.box ? this.chosen !== undefined || this.box.value.trim() === '' : super.isValid();
    }

    get value() {
      return this.box ? this.chosen?.value : super.value;
    }
  };
}
