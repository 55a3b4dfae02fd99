import { announce } from './announce.js';
import { avatar } from './avatar.js';
import { createElement } from './create-element.js';
import { formatTime } from './format-time.js';
import { mailBody } from './mail-body.js';
import { read } from './page-client.js';
import { say } from './say.js';

/**
 * The person's own inbox, folded until it is opened: mail that was forwarded to them. The rest of their mail is not here.
 */
export function openInbox() {
  /** How many are known; undefined until they were read once. @type {number | undefined} */
  let known;
  const count = createElement('span', { className: 'count' });
  const list = createElement('div', { className: 'mails' });
  const element = createElement(
    'details',
    { className: 'inbox' },
    createElement('summary', {}, createElement('span', { className: 'name' }, say('Your inbox')), count),
    list,
  );
  /** @type {any[]} */
  let mails = [];
  // Frames measure nothing while they are folded: what is inside is drawn when it is opened.
  const draw = () => {
    if (element.open) list.replaceChildren(...(mails.length > 0 ? mails.map(view) : [empty()]));
  };
  element.addEventListener('toggle', draw);

  async function refresh() {
    mails = (await read('inbox')).toReversed();
    count.textContent = String(mails.length);
    count.title = say('{count} mails', { count: mails.length });
    const isNew = known !== undefined && mails.length > known;
    known = mails.length;
    if (isNew) {
      announce(
        say('New mail from {name}: {subject}', { name: mails[0].from.name, subject: mails[0].subject }),
      );
      element.open = true;
    }
    draw();
  }

  return { element, refresh };
}

/** @param {any} mail */
function view({ from, subject, comment, body, at }) {
  return createElement(
    'article',
    { className: 'post' },
    createElement(
      'p',
      { className: 'head' },
      avatar(from.name, 'person'),
      createElement('strong', { title: from.address }, from.name),
      createElement('time', { dateTime: at }, formatTime(at)),
    ),
    createElement('h4', {}, say('Fw: {subject}', { subject })),
    comment && createElement('p', { className: 'mail-text' }, comment),
    mailBody(body, from.name),
  );
}

function empty() {
  return createElement('p', { className: 'empty' }, say('Nothing was forwarded to you yet.'));
}
