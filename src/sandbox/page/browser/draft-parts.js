import { cardView } from './card-view.js';
import { createElement } from './create-element.js';
import { icon } from './icon.js';
import { onlyLinks } from './only-links.js';
import { say } from './say.js';

/**
 * What goes with a text that is being written: files, pictures and cards, each with a button that takes it out again.
 *
 * @param {{ files?: any[], pictures?: any[], cards?: any[] }} [kept] what was there before
 * @param {() => void} [onChange]
 */
export function draftParts(kept = {}, onChange = () => undefined) {
  /** @type {Record<'files' | 'pictures' | 'cards', any[]>} */
  const parts = { files: [], pictures: [], cards: [], ...kept };
  const element = createElement('ul', { className: 'draft-parts', 'aria-label': say('Goes with it') });
  draw();

  function draw() {
    const entries = [
      ...parts.files.map((/** @type {any} */ file) =>
        entry(parts.files, file, file.name, createElement('span', { className: 'file' }, file.name)),
      ),
      ...parts.pictures.map((/** @type {any} */ picture) =>
        entry(
          parts.pictures,
          picture,
          picture.name,
          createElement('img', {
            src: `data:${picture.type};base64,${picture.base64}`,
            alt: picture.name,
            className: 'thumbnail',
          }),
        ),
      ),
      ...parts.cards.map((/** @type {any} */ inserted) =>
        entry(parts.cards, inserted, inserted.title, previewOf(inserted.card)),
      ),
    ];
    element.replaceChildren(...entries);
    element.hidden = entries.length === 0;
  }

  /**
   * @param {any[]} list
   * @param {any} part
   * @param {string} name
   * @param {HTMLElement} shown
   */
  function entry(list, part, name, shown) {
    const remove = () => {
      list.splice(list.indexOf(part), 1);
      draw();
      onChange();
    };
    const label = say('Remove {name}', { name });
    return createElement(
      'li',
      {},
      shown,
      createElement(
        'button',
        { type: 'button', className: 'tool', 'aria-label': label, onclick: remove },
        icon('close'),
      ),
    );
  }

  return {
    element,
    parts,
    isEmpty: () => parts.files.length + parts.pictures.length + parts.cards.length === 0,
    /** @param {'files' | 'pictures' | 'cards'} kind @param {any} part */
    add(kind, part) {
      parts[kind].push(part);
      draw();
      onChange();
    },
    /** What is there, as it is sent; nothing stays. */
    take() {
      const taken = {
        files: parts.files.splice(0),
        pictures: parts.pictures.splice(0),
        cards: parts.cards.splice(0),
      };
      draw();
      onChange();
      return taken;
    },
    /** @param {ReturnType<ReturnType<typeof draftParts>['take']>} taken */
    putBack(taken) {
      parts.files.push(...taken.files);
      parts.pictures.push(...taken.pictures);
      parts.cards.push(...taken.cards);
      draw();
    },
  };
}

/**
 * A card that nobody has sent yet: only its links work.
 *
 * @param {any} card
 */
function previewOf(card) {
  return cardView(onlyLinks(card), 0, { press: async () => undefined, search: async () => [] });
}
