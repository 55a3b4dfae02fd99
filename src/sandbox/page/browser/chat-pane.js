import { composer } from './composer.js';
import { createElement } from './create-element.js';
import { messageList } from './message-list.js';
import { read, tell } from './page-client.js';
import { say } from './say.js';
import { starters } from './starters.js';

/**
 * The middle: one chat with its messages and its message box.
 *
 * @param {any} chat
 * @param {{ app: string, commands: any[], locale: string }} overview
 * @returns {{ refresh: () => Promise<void> }}
 */
export function openChat(chat, { app, commands, locale }) {
  /** @type {string | undefined} */
  let replyTo;
  const send = async (/** @type {any} */ message) => {
    const inThread = replyTo;
    answerIn(undefined);
    await tell('send', { ...message, chat: chat.id, replyTo: inThread });
  };
  const box = composer(chat, {
    appName: app,
    commands,
    onSend: send,
    onCancelReply: () => answerIn(undefined),
  });
  const list = messageList(chat, {
    commands,
    locale,
    onChange: () => void refresh(),
    onReply: (message) => answerIn(message),
  });
  const hints = starters(chat, box.fill);

  function answerIn(/** @type {any} */ message) {
    replyTo = message?.id;
    box.replyTo(
      message &&
        (message.mine
          ? say('Answering in your thread')
          : say('Answering in the thread of {name}', message.from)),
    );
    box.focus();
  }

  // Answers may come back in another order than they were asked for: only the last one counts.
  let asked = 0;
  async function refresh() {
    const mine = ++asked;
    const messages = await read('messages', { chat: chat.id });
    if (mine !== asked) return;
    // The bot may have welcomed the person: the examples stay, smaller, until they have said something themselves.
    hints.hidden = messages.some((/** @type {any} */ message) => message.mine);
    hints.classList.toggle('small', messages.length > 0);
    list.element.hidden = messages.length === 0;
    list.show(messages);
  }

  document
    .getElementById('chat')
    ?.replaceChildren(
      createElement(
        'div',
        { className: 'title' },
        createElement('h2', {}, chat.name),
        createElement('p', {}, detailOf(chat)),
      ),
      createElement('div', { className: 'scroll' }, list.element, hints),
      box.element,
    );
  void tell('open', { chat: chat.id }).then(refresh, refresh);
  box.focus();
  return { refresh };
}

/** @param {any} chat */
function detailOf(chat) {
  if (chat.kind === 'personal') return say('Only you and the bot');
  return chat.kind === 'channel' ? say('Channel of {team}', chat) : say('Group chat');
}
