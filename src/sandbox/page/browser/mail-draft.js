import { appsMenu } from './apps-menu.js';
import { createElement } from './create-element.js';
import { draftParts } from './draft-parts.js';
import { say } from './say.js';

/**
 * @typedef {{ topic?: string, text: string, cards: any[] }} Draft
 */

/**
 * A mail that is being written in Outlook: its text, cards of the app's search, and the app's commands next to it.
 *
 * @param {Draft} draft kept by the caller, so that it survives being drawn again
 * @param {{ label: string, placeholder: string, rows: number, sendLabel: string, outlook: any,
 *   fields?: HTMLElement[], onSend: (draft: { text: string, cards: any[] }) => Promise<void> }} options
 * @returns {HTMLElement}
 */
export function mailDraft(draft, { label, placeholder, rows, sendLabel, outlook, fields = [], onSend }) {
  const { app, commands } = outlook;
  const text = createElement('textarea', {
    rows,
    placeholder,
    'aria-label': label,
    value: draft.text,
    oninput: () => (draft.text = text.value),
  });
  const parts = draftParts({ cards: draft.cards }, () => text.focus());
  const problem = createElement('p', { className: 'problem', role: 'alert', hidden: true });
  const send = async (/** @type {Event} */ event) => {
    event.preventDefault();
    problem.hidden = true;
    if (text.value.trim() === '' && parts.isEmpty()) return text.focus();
    const sent = { text: text.value, cards: draft.cards.map(({ card }) => card) };
    try {
      await onSend(sent);
      draft.text = '';
      text.value = '';
      parts.take();
    } catch (error) {
      problem.textContent = error instanceof Error ? error.message : say('The mail could not be sent.');
      problem.hidden = false;
    }
  };
  return createElement(
    'form',
    { className: 'mail-draft', onsubmit: send },
    ...fields,
    text,
    parts.element,
    problem,
    createElement(
      'div',
      { className: 'row' },
      createElement('button', { type: 'submit', className: 'plain-button' }, sendLabel),
      appsMenu({
        label: say('Use {app} in this mail', { app }),
        commands,
        place: {},
        onInsert: (result) => parts.add('cards', result),
      }),
    ),
  );
}
