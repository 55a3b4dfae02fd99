import { composerTools } from './composer-tools.js';
import { createElement } from './create-element.js';
import { draftParts } from './draft-parts.js';
import { icon } from './icon.js';
import { say } from './say.js';

/**
 * The message box of a chat: Enter sends, Shift+Enter begins a new line.
 *
 * @param {any} chat
 * @param {{ appName: string, commands: any[], onSend: (message: any) => Promise<void>, onCancelReply: () => void }} options
 * @returns {{ element: HTMLElement, fill: (text: string) => void, replyTo: (line: string | undefined) => void,
 *   focus: () => void }}
 */
export function composer(chat, { appName, commands, onSend, onCancelReply }) {
  const isPersonal = chat.kind === 'personal';
  const isChannel = chat.kind === 'channel';
  const text = createElement('textarea', {
    id: 'composer-text',
    rows: 1,
    placeholder: isChannel ? say('Write in {name}', chat) : say('Write to {name}', chat),
    'aria-label': isChannel ? say('Message in {name}', chat) : say('Message to {name}', chat),
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
      title: say('Mention {appName}, so that it hears the message', { appName }),
      onclick: () => mention.setAttribute('aria-pressed', String(!isMentioned())),
    },
    `@${appName}`,
  );
  const isMentioned = () => mention.getAttribute('aria-pressed') === 'true';
  const target = createElement('p', { className: 'reply-target', hidden: true });
  const cancel = createElement(
    'button',
    { type: 'button', className: 'quiet', onclick: () => onCancelReply() },
    say('Write a new post instead'),
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
    problem.textContent = error instanceof Error ? error.message : say('The message could not be sent.');
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
      createElement('button', { type: 'submit', className: 'send', 'aria-label': say('Send') }, icon('send')),
    ),
    createElement(
      'p',
      { id: 'composer-help', className: 'help' },
      say('Enter sends, Shift+Enter begins a new line.'),
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
    replyTo(line) {
      target.hidden = line === undefined;
      target.replaceChildren(line ?? '', cancel);
    },
    focus: () => text.focus(),
  };
}
