import { announce } from './announce.js';
import { createElement } from './create-element.js';
import { openInbox } from './inbox.js';
import { mailConversation } from './mail-conversation.js';
import { newMail } from './new-mail.js';
import { read } from './page-client.js';
import { say } from './say.js';

/**
 * The right: the person's groups as Outlook shows them, their own inbox, and the mail of the group that is picked.
 *
 * @param {{ groups: any[], app: string, commands: any[] }} overview
 * @param {string | undefined} picked
 * @param {(groupId: string) => void} onPick
 */
export function openMail({ groups, app, commands }, picked, onPick) {
  /** @type {any} */
  let current = groups.find((group) => group.id === picked) ?? groups[0];
  const counts = new Map(groups.map((group) => [group.id, group.conversations]));
  /** @type {Set<string>} */
  const fresh = new Set();
  /** @type {Set<string>} */
  const opened = new Set();
  /** @type {Map<string, import('./mail-draft.js').Draft>} */
  const drafts = new Map();
  const outlook = { app, commands, draftOf };
  /** @type {Map<string, { signature: string, element: HTMLElement }>} */
  let drawn = new Map();
  const list = createElement('div', { className: 'conversations' });
  const nav = createElement('ul', { className: 'groups', 'aria-label': say('Groups') });
  const heading = createElement('h3', {});
  const about = createElement('p', { className: 'about' });
  const writing = createElement('div', {});
  const inbox = openInbox();

  /** What is being written, by thread or group. @param {string} id */
  function draftOf(id) {
    const draft = drafts.get(id) ?? { text: '', cards: [] };
    drafts.set(id, draft);
    return draft;
  }

  function drawGroups() {
    const focused = document.activeElement?.getAttribute('data-group');
    nav.replaceChildren(...groups.map((group) => createElement('li', {}, groupButton(group))));
    if (focused) nav.querySelector(`[data-group="${focused}"]`)?.focus();
  }

  /** @param {any} group */
  function groupButton(group) {
    const count = counts.get(group.id) ?? 0;
    return createElement(
      'button',
      {
        type: 'button',
        className: 'pick',
        'data-group': group.id,
        'aria-current': group.id === current?.id ? 'true' : undefined,
        onclick: () => void pick(group),
      },
      createElement('span', { className: 'name' }, group.name),
      group.isHidden && createElement('span', { className: 'tag' }, say('hidden in Outlook')),
      group.isPrivate && createElement('span', { className: 'tag' }, say('private')),
      fresh.has(group.id) &&
        createElement(
          'span',
          { className: 'dot' },
          createElement('span', { className: 'unseen' }, say('new mail')),
        ),
      createElement(
        'span',
        { className: 'count', title: say('{count} conversations', { count }) },
        String(count),
      ),
    );
  }

  /** @param {any} group */
  async function pick(group) {
    if (group.id !== current?.id) drawn = new Map();
    current = group;
    drawNewMail();
    fresh.delete(group.id);
    onPick(group.id);
    await refresh();
  }

  function drawNewMail() {
    if (current) writing.replaceChildren(newMail(current, { draft: draftOf(current.id), outlook }));
  }

  async function refresh() {
    if (!current) return;
    const group = current;
    const conversations = await read('mail', { group: group.id });
    if (group !== current) return;
    counts.set(group.id, conversations.length);
    heading.textContent = group.name;
    about.textContent = [group.mail, group.description].filter(Boolean).join(' · ');
    const before = drawn;
    drawn = new Map();
    for (const conversation of conversations) {
      const signature = JSON.stringify(conversation);
      const same = before.get(conversation.id);
      const element = same?.signature === signature ? same.element : view(conversation, group);
      drawn.set(conversation.id, { signature, element });
    }
    const typing = /** @type {any} */ (
      list.contains(document.activeElement) ? document.activeElement : undefined
    );
    const label = typing?.getAttribute('aria-label');
    list.replaceChildren(
      ...(drawn.size > 0 ? [...drawn.values()].map((each) => each.element) : [empty(group)]),
    );
    if (label)
      [...list.querySelectorAll('textarea')]
        .find((each) => each.getAttribute('aria-label') === label)
        ?.focus();
    drawGroups();
  }

  /**
   * @param {any} conversation
   * @param {any} group
   */
  function view(conversation, group) {
    const onToggle = (/** @type {boolean} */ isOpen) =>
      isOpen ? opened.add(conversation.id) : opened.delete(conversation.id);
    return mailConversation(conversation, group, { isOpen: opened.has(conversation.id), outlook, onToggle });
  }

  document
    .getElementById('mail')
    ?.replaceChildren(
      createElement(
        'div',
        { className: 'title' },
        createElement('h2', {}, 'Outlook'),
        createElement('p', {}, say('Groups')),
      ),
      nav,
      inbox.element,
      createElement('section', { className: 'mailbox', 'aria-live': 'off' }, heading, about, writing, list),
    );
  drawNewMail();
  void refresh();
  void inbox.refresh();

  return {
    refresh: () => Promise.all([refresh(), inbox.refresh()]),
    /** Mail came into the person's own inbox. */
    forwarded: () => inbox.refresh(),
    /** Mail came into, or went from, a group's mailbox. @param {string} groupId */
    async changed(groupId) {
      const group = groups.find((each) => each.id === groupId);
      if (!group) return;
      const conversations = await read('mail', { group: groupId });
      const isNew = conversations.length > (counts.get(groupId) ?? 0);
      counts.set(groupId, conversations.length);
      const [newest] = conversations;
      if (isNew && newest) {
        opened.clear();
        opened.add(newest.id);
        announce(say('New conversation in {name}: {topic}', { name: group.name, topic: newest.topic }));
      }
      // What arrives is shown at once, unless the person is busy with another group's mail.
      if (group.id === current?.id) return refresh();
      if (isNew && !list.contains(document.activeElement)) return pick(group);
      if (isNew) fresh.add(groupId);
      return drawGroups();
    },
  };
}

/** @param {any} group */
function empty(group) {
  return createElement('p', { className: 'empty' }, say('No conversations in {name} yet.', group));
}
