import { avatar } from './avatar.js';
import { createElement } from './create-element.js';
import { say } from './say.js';

/**
 * The person's chats: the bot's personal one, chats of several, then the channels of each team.
 *
 * @param {any[]} chats
 * @param {{ current: string, unread: ReadonlySet<string>, onPick: (id: string) => void }} options
 */
export function drawChatList(chats, { current, unread, onPick }) {
  const item = (/** @type {any} */ chat) =>
    createElement(
      'li',
      {},
      createElement(
        'button',
        {
          type: 'button',
          className: 'pick',
          'data-chat': chat.id,
          'aria-current': chat.id === current ? 'true' : undefined,
          onclick: () => onPick(chat.id),
        },
        chat.kind === 'channel'
          ? createElement('span', { className: 'hash', 'aria-hidden': 'true' }, '#')
          : avatar(chat.name, chat.kind === 'personal' ? 'bot' : 'person'),
        createElement('span', { className: 'name' }, chat.name),
        unread.has(chat.id) &&
          createElement(
            'span',
            { className: 'dot' },
            createElement('span', { className: 'unseen' }, say('new messages')),
          ),
      ),
    );
  const teams = [...new Set(chats.map((chat) => chat.team).filter(Boolean))];
  const focused = document.activeElement?.getAttribute('data-chat');
  const nav = document.getElementById('chats');
  nav?.replaceChildren(
    createElement('h2', {}, say('Chat')),
    createElement('ul', {}, ...chats.filter((chat) => chat.kind !== 'channel').map(item)),
    ...teams.flatMap((team) => [
      createElement('h2', {}, team),
      createElement(
        'ul',
        { 'aria-label': say('Channels of {team}', { team }) },
        ...chats.filter((chat) => chat.team === team).map(item),
      ),
    ]),
  );
  const again = [...(nav?.querySelectorAll('button') ?? [])].find((each) => each.dataset['chat'] === focused);
  if (focused) again?.focus();
}
