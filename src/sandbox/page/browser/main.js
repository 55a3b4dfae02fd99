import { drawChatList } from './chat-list.js';
import { openChat } from './chat-pane.js';
import { registerChoiceSearch } from './choice-search.js';
import { createElement } from './create-element.js';
import { openMail } from './mail-pane.js';
import { listen, read } from './page-client.js';
import { say, setLanguage } from './say.js';
import { syncDialog } from './teams-dialog.js';
import { drawTopBar } from './top-bar.js';

registerChoiceSearch();
const address = new URL(location.href);
const overview = await read('overview').catch(showFailure);
if (overview) {
  setLanguage(overview.locale);
  start(overview);
}

/** @param {any} overview */
function start(overview) {
  document.title = `${overview.me.name} · ${overview.app} sandbox`;
  /** @type {Set<string>} */
  const unread = new Set();
  let current =
    overview.chats.find((/** @type {any} */ chat) => chat.id === address.searchParams.get('chat')) ??
    overview.chats[0];
  let pane = openChat(current, overview);
  const mail = openMail(overview, address.searchParams.get('group') ?? undefined, (id) =>
    remember('group', id),
  );
  let { hasConsented } = overview;
  const drawConsent = async () => {
    const now = await read('overview');
    ({ hasConsented } = now);
    drawTopBar(now, () => void drawConsent());
  };
  const drawList = () => drawChatList(overview.chats, { current: current.id, unread, onPick });

  /** @param {string} id */
  function onPick(id) {
    current = overview.chats.find((/** @type {any} */ chat) => chat.id === id) ?? current;
    unread.delete(current.id);
    remember('chat', current.id);
    pane = openChat(current, overview);
    drawList();
  }

  drawTopBar(overview, () => void drawConsent());
  drawList();
  for (const moment of ['focus', 'signed-in']) window.addEventListener(moment, () => void drawConsent());
  let isConnected = false;
  listen({
    hello() {
      document.body.classList.remove('lost');
      // The first time everything was read just now; later something may have been missed.
      if (isConnected) void Promise.all([pane.refresh(), mail.refresh(), drawConsent()]);
      void syncDialog();
      isConnected = true;
    },
    chat(id) {
      // Signing in ends with news from the bot: then consent may have been given.
      if (!hasConsented) void drawConsent();
      if (id === current.id) return void pane.refresh();
      unread.add(id);
      drawList();
    },
    dialog: () => void syncDialog(),
    mail: (groupId) => void mail.changed(groupId),
    inbox: () => void mail.forwarded(),
    lost: () => document.body.classList.add('lost'),
  });
}

/**
 * Keeps what is open in the page's address, so that a reload comes back to it.
 *
 * @param {string} name
 * @param {string} value
 */
function remember(name, value) {
  address.searchParams.set(name, value);
  history.replaceState(undefined, '', address);
}

/** @param {unknown} error */
function showFailure(error) {
  const text = error instanceof Error ? error.message : say('The page could not be loaded.');
  document
    .getElementById('chat')
    ?.replaceChildren(
      createElement(
        'p',
        { className: 'problem', role: 'alert' },
        text,
        ' ',
        createElement('a', { href: '/' }, say('Begin again')),
      ),
    );
}
