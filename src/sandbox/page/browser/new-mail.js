import { createElement } from './create-element.js';
import { mailDraft } from './mail-draft.js';
import { tell } from './page-client.js';

/**
 * A new mail to a group, folded until somebody wants to write one.
 *
 * @param {any} group
 * @param {{ draft: import('./mail-draft.js').Draft, outlook: any }} options
 * @returns {HTMLElement}
 */
export function newMail(group, { draft, outlook }) {
  const topic = createElement('input', {
    type: 'text',
    className: 'subject',
    placeholder: 'Subject',
    'aria-label': 'Subject',
    value: draft.topic ?? '',
    required: true,
    oninput: () => (draft.topic = topic.value),
  });
  const form = mailDraft(draft, {
    label: `New mail to ${group.name}`,
    placeholder: `To ${group.mail}`,
    rows: 4,
    sendLabel: 'Send',
    outlook,
    fields: [topic],
    async onSend(mail) {
      await tell('new-mail', { ...mail, group: group.id, topic: topic.value });
      draft.topic = topic.value = '';
      details.open = false;
      details.querySelector('summary')?.focus();
    },
  });
  const details = createElement(
    'details',
    { className: 'new-mail' },
    createElement('summary', {}, 'New mail'),
    form,
  );
  details.addEventListener('toggle', () => details.open && topic.focus());
  return details;
}
