/* global AdaptiveCards */
import { choiceBox } from './choice-box.js';
import { createElement } from './create-element.js';
import { icon } from './icon.js';
import { say } from './say.js';

/** @typedef {import('./choice-box.js').Choice} Choice */

/**
 * Titles of choices seen before: a card that comes back names only the value of what was picked from a search.
 *
 * @type {Map<string, string>}
 */
const titles = new Map();

/**
 * Teaches the card renderer a filtered choice set, for one choice or several, that asks the bot while the person types
 * (`choices.data`). A card that holds one has a function `searchChoices`.
 */
export function registerChoiceSearch() {
  // @ts-expect-error The card library's browser build is a global.
  const cards = AdaptiveCards;
  cards.GlobalRegistry.elements.register('Input.ChoiceSet', createClass(cards.ChoiceSetInput));
}

/** @param {any} Base */
function createClass(Base) {
  return class ChoiceSearch extends Base {
    /** @type {HTMLInputElement | undefined} */ box;
    /** @type {Choice[]} */ chosen = [];
    /** @type {any} */ chips;

    isSearch() {
      return this.choicesData?.dataset || (this.style === 'filtered' && !this.isMultiSelect);
    }

    internalRender() {
      if (!this.isSearch()) return super.internalRender();
      const values = (this.defaultValue ?? '').split(this.isMultiSelect ? ',' : '\n').filter(Boolean);
      this.chosen = values.map((/** @type {string} */ value) => ({ title: this.titleOf(value), value }));
      const { element, input } = choiceBox({
        label: this.label ?? say('Choices'),
        placeholder: this.placeholder ?? '',
        text: this.isMultiSelect ? '' : (this.chosen[0]?.title ?? ''),
        known: (typed) =>
          this.choices.filter((/** @type {Choice} */ each) => each.title.toLowerCase().includes(typed)),
        ask: this.choicesData?.dataset
          ? (text) => this.getRootElement().searchChoices(this.id, text)
          : undefined,
        required: this.isRequired,
        isChosen: ({ value }) => this.chosen.some((each) => each.value === value),
        onChoose: (choice) => this.choose(choice),
        onType: (text, found) => this.onTyped(text, found),
        onBackspace: () => this.isMultiSelect && this.drop(this.chosen.at(-1)),
      });
      this.box = input;
      this.chips = createElement('ul', { className: 'chips', 'aria-label': say('Chosen') });
      this.drawChips();
      if (this.isMultiSelect) element.prepend(this.chips);
      return element;
    }

    /** @param {string} value */
    titleOf(value) {
      const known = this.choices.find((/** @type {Choice} */ each) => each.value === value);
      return known?.title ?? titles.get(value) ?? value;
    }

    /**
     * What is typed out in full is chosen; anything else is nothing yet.
     *
     * @param {string} text
     * @param {Choice[]} found
     */
    onTyped(text, found) {
      if (this.isMultiSelect) return;
      const typed = text.trim().toLowerCase();
      const meant = [...this.choices, ...found].find((each) => each.title.toLowerCase() === typed);
      this.chosen = meant ? [meant] : [];
      this.valueChanged();
    }

    /** @param {Choice} choice */
    choose(choice) {
      titles.set(choice.value, choice.title);
      const others = this.chosen.filter((each) => each.value !== choice.value);
      this.chosen = this.isMultiSelect ? [...others, choice] : [choice];
      if (this.box) this.box.value = this.isMultiSelect ? '' : choice.title;
      this.drawChips();
      this.valueChanged();
    }

    /** @param {Choice | undefined} choice */
    drop(choice) {
      this.chosen = this.chosen.filter((each) => each !== choice);
      this.drawChips();
      this.box?.focus();
      this.valueChanged();
    }

    drawChips() {
      if (!this.isMultiSelect) return;
      const chip = (/** @type {Choice} */ choice) =>
        createElement(
          'li',
          { className: 'chip' },
          choice.title,
          createElement(
            'button',
            {
              type: 'button',
              className: 'tool',
              'aria-label': say('Remove {title}', choice),
              onclick: () => this.drop(choice),
            },
            icon('close'),
          ),
        );
      this.chips.replaceChildren(...this.chosen.map(chip));
      this.chips.hidden = this.chosen.length === 0;
    }

    /** Takes back what was chosen, because another input has changed. */
    clear() {
      this.chosen = [];
      if (this.box) this.box.value = '';
      this.drawChips();
      this.valueChanged();
    }

    focus() {
      if (this.box) this.box.focus();
      else super.focus();
    }

    showValidationErrorMessage() {
      super.showValidationErrorMessage();
      this.box?.setAttribute('aria-invalid', 'true');
      // The library ties its labels, of which the shown error is the last, to the element around the box.
      if (this.errorMessage) this.box?.setAttribute('aria-describedby', this.getAllLabelIds().at(-1));
    }

    resetValidationFailureCue() {
      super.resetValidationFailureCue();
      this.box?.removeAttribute('aria-invalid');
      this.box?.removeAttribute('aria-describedby');
    }

    isSet() {
      return this.box ? this.chosen.length > 0 : super.isSet();
    }

    isValid() {
      if (!this.box) return super.isValid();
      return this.box.value.trim() === '' || (!this.isMultiSelect && this.chosen.length > 0);
    }

    get value() {
      if (!this.box) return super.value;
      return this.chosen.length === 0 ? undefined : this.chosen.map((each) => each.value).join(',');
    }
  };
}
