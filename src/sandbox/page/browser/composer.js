import { composerTools } from './composer-tools.js';
import { createElement } from './create-element.js';
import { draftParts } from './draft-parts.js';
import { icon } from './icon.js';

/**
 * The message box of a chat: Enter sends, Shift+Enter begins a new line.
 *
 * @param {any} chat
 * @param {{ appName: string, commands: any[], onSend: (message: any) => Promise<void>, onCancelReply: () => void }} options
 * @returns {{ element: HTMLElement, fill: (text: string) => void, replyTo: (whose: string | undefined) => void,
 *   focus: () => void }}
 */
export function composer(chat, { appName, commands, onSend, onCancelReply }) {
  const isPersonal = chat.kind === 'personal';
  const isChannel = chat.kind === 'channel';
  const text = createElement('textarea', {
    id: 'composer-text',
    rows: 1,
    placeholder: isChannel ? `Write in ${chat.name}` : `Write to ${chat.name}`,
    'aria-label': isChannel ? `Message in ${chat.name}` : `Message to ${chat.name}`,
    'aria-describedby': 'composer-help',
    autocomplete: 'off',
    spellcheck: true,
  });
  const mention = createElement(
    'button',
    {
      type: 'button',
      className: 'mention',
      'aria-pressed': 'true',
      title: `Mention ${appName}, so that it hears the message`,
      onclick: () => mention.setAttribute('aria-pressed', String(!isMentioned())),
    },
    `@${appName}`,
  );
  const isMentioned = () => mention.getAttribute('aria-pressed') === 'true';
  const target = createElement('p', { className: 'reply-target', hidden: true });
  const cancel = createElement(
    'button',
    { type: 'button', className: 'quiet', onclick: () => onCancelReply() },
    'Write a new post instead',
  );
  const problem = createElement('p', { className: 'problem', role: 'alert', hidden: true });
  const draft = draftParts({}, () => text.focus());
  const tools = composerTools(chat, { appName, commands, draft, onProblem: complain });
  const grow = () => {
    text.style.height = 'auto';
    text.style.height = `${Math.min(text.scrollHeight, 200)}px`;
  };

  async function send() {
    const typed = text.value;
    if (typed.trim() === '' && draft.isEmpty()) return;
    text.value = '';
    const taken = draft.take();
    problem.hidden = true;
    grow();
    const cards = taken.cards.map(({ card }) => card);
    try {
      await onSend({ ...taken, cards, text: typed, mention: isPersonal ? undefined : isMentioned() });
    } catch (error) {
      // What was typed stays, unless something else was begun meanwhile.
      if (text.value === '') text.value = typed;
      draft.putBack(taken);
      complain(error);
      grow();
    }
  }

  /** @param {unknown} error */
  function complain(error) {
    problem.textContent = error instanceof Error ? error.message : 'The message could not be sent.';
    problem.hidden = false;
  }

  text.addEventListener('input', grow);
  text.addEventListener('paste', (/** @type {ClipboardEvent} */ event) => tools.onPaste(event));
  text.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    void send();
  });

  const element = createElement(
    'form',
    {
      className: 'composer',
      onsubmit: (/** @type {Event} */ event) => {
        event.preventDefault();
        void send();
      },
    },
    target,
    problem,
    draft.element,
    createElement(
      'div',
      { className: 'box' },
      !isPersonal && mention,
      text,
      ...tools.buttons,
      createElement('button', { type: 'submit', className: 'send', 'aria-label': 'Send' }, icon('send')),
    ),
    createElement(
      'p',
      { id: 'composer-help', className: 'help' },
      'Enter sends, Shift+Enter begins a new line.',
    ),
  );
  return {
    element,
    fill(typed) {
      text.value = typed;
      grow();
      text.focus();
      text.setSelectionRange(typed.length, typed.length);
    },
    replyTo(whose) {
      target.hidden = whose === undefined;
      target.replaceChildren(`Answering in ${whose ?? ''} thread`, cancel);
    },
    focus: () => text.focus(),
  };
}
