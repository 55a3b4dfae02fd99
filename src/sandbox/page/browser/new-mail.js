import { createElement } from './create-element.js';
import { mailDraft } from './mail-draft.js';
import { tell } from './page-client.js';
import { say } from './say.js';

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
    placeholder: say('Subject'),
    'aria-label': say('Subject'),
    value: draft.topic ?? '',
    required: true,
    oninput: () => (draft.topic = topic.value),
  });
  const form = mailDraft(draft, {
    label: say('New mail to {name}', group),
    placeholder: say('To {names}', { names: group.mail }),
    rows: 4,
    sendLabel: say('Send'),
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
    createElement('summary', {}, say('New mail')),
    form,
  );
  details.addEventListener('toggle', () => details.open && topic.focus());
  return details;
}
