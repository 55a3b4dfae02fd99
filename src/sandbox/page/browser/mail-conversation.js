import { avatar } from './avatar.js';
import { createElement } from './create-element.js';
import { formatTime } from './format-time.js';
import { mailBody } from './mail-body.js';
import { mailDraft } from './mail-draft.js';
import { tell } from './page-client.js';
import { say } from './say.js';

/**
 * One conversation of a group, folded until it is opened.
 *
 * @param {any} conversation
 * @param {any} group
 * @param {{ isOpen: boolean, outlook: any, onToggle: (isOpen: boolean) => void }} options
 * @returns {HTMLElement}
 */
export function mailConversation(conversation, group, { isOpen, outlook, onToggle }) {
  const posts = conversation.threads.flatMap((/** @type {any} */ thread) => thread.posts);
  const names = [...new Set(posts.map((/** @type {any} */ post) => post.sender.name))].join(', ');
  const details = createElement(
    'details',
    { className: 'conversation', open: isOpen, 'data-id': conversation.id },
    createElement(
      'summary',
      {},
      createElement('span', { className: 'topic' }, conversation.topic || say('(no subject)')),
      createElement('time', { dateTime: conversation.at }, formatTime(conversation.at)),
      createElement(
        'span',
        { className: 'names' },
        names,
        posts.length > 1 ? ` · ${say('{count} messages', { count: posts.length })}` : '',
      ),
    ),
  );
  // Frames measure nothing while they are folded: what is inside is drawn when it is opened.
  const fill = () => {
    if (details.childElementCount > 1) return;
    details.append(
      ...conversation.threads.map((/** @type {any} */ thread) =>
        threadView(thread, conversation, group, outlook),
      ),
      deleteButton(conversation, group),
    );
  };
  if (isOpen) fill();
  details.addEventListener('toggle', () => {
    if (details.open) fill();
    onToggle(details.open);
  });
  return details;
}

/**
 * @param {any} thread
 * @param {any} conversation
 * @param {any} group
 * @param {any} outlook
 */
function threadView(thread, conversation, group, outlook) {
  const others = [...thread.to, ...thread.cc].filter((each) => each.address !== group.mail);
  return createElement(
    'section',
    { className: 'thread', 'aria-label': say('Thread {topic}', thread) },
    conversation.threads.length > 1 && createElement('h4', {}, thread.topic),
    createElement(
      'p',
      { className: 'recipients' },
      say('To {names}', {
        names: [group.name, ...others.map((each) => each.name || each.address)].join(', '),
      }),
    ),
    ...thread.posts.map((/** @type {any} */ post) =>
      createElement(
        'article',
        { className: 'post' },
        createElement(
          'p',
          { className: 'head' },
          avatar(post.sender.name, 'person'),
          createElement('strong', { title: post.sender.address }, post.sender.name),
          createElement('time', { dateTime: post.at }, formatTime(post.at)),
        ),
        mailBody(post.body, post.sender.name),
        attachmentList(post.attachments),
      ),
    ),
    replyForm(thread, group, outlook),
  );
}

/**
 * @param {any} thread
 * @param {any} group
 * @param {any} outlook
 */
function replyForm(thread, group, outlook) {
  const draft = outlook.draftOf(thread.id);
  return mailDraft(draft, {
    label: say('Reply in {topic}', thread),
    placeholder: say('Reply all'),
    rows: 1,
    sendLabel: say('Reply'),
    outlook,
    onSend: (mail) => tell('reply', { ...mail, group: group.id, thread: thread.id }),
  });
}

/**
 * Files of a mail; pictures in its text are shown there.
 *
 * @param {any[]} attachments
 */
function attachmentList(attachments) {
  const files = attachments.filter(({ isInline }) => !isInline);
  return (
    files.length > 0 &&
    createElement(
      'ul',
      { className: 'attachments', 'aria-label': say('Attachments') },
      ...files.map(({ name, size }) =>
        createElement('li', { className: 'file' }, name, createElement('small', {}, sizeOf(size))),
      ),
    )
  );
}

/** @param {number} bytes */
function sizeOf(bytes) {
  if (bytes < 1024) return `${bytes} B`;
  return bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/**
 * Deleting asks once more, in place.
 *
 * @param {any} conversation
 * @param {any} group
 */
function deleteButton(conversation, group) {
  let isSure = false;
  const button = createElement(
    'button',
    { type: 'button', className: 'quiet delete' },
    say('Delete conversation'),
  );
  button.addEventListener('click', () => {
    if (isSure) return void tell('delete-conversation', { group: group.id, conversation: conversation.id });
    isSure = true;
    button.classList.add('sure');
    button.textContent = say('Delete “{topic}” for everybody?', conversation);
  });
  button.addEventListener('blur', () => {
    isSure = false;
    button.classList.remove('sure');
    button.textContent = say('Delete conversation');
  });
  return button;
}
