import { createElement } from './create-element.js';
import { openModal } from './modal.js';
import { tell } from './page-client.js';
import { say } from './say.js';
import { signInPrompt } from './sign-in-prompt.js';

/** How long the person has to have typed nothing before the app is asked, in milliseconds. */
const pause = 250;

/**
 * A search of the message extension: results while the person types; what is picked goes into what they are writing.
 *
 * @param {{ id: string, title: string }} command
 * @param {{ chat?: string }} place none in Outlook
 * @param {(result: { title: string, text: string, card: any }) => void} onPick
 */
export function openSearchPanel(command, place, onPick) {
  let asked = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const modal = openModal({ title: command.title, className: 'search-panel', onClose: () => ++asked });
  const box = createElement('input', {
    type: 'search',
    'aria-label': say('Search {title}', command),
    placeholder: say('Search'),
    autocomplete: 'off',
    oninput() {
      clearTimeout(timer);
      timer = setTimeout(() => void search(), pause);
    },
  });
  const status = createElement('p', { className: 'panel-status', role: 'status' });
  const list = createElement('ul', { className: 'results', 'aria-label': say('Results') });
  modal.body.append(box, status, list);
  modal.body.addEventListener('keydown', onKey);
  box.focus();
  void search();

  async function search() {
    const mine = ++asked;
    status.replaceChildren(say('Searching…'));
    const text = box.value.trim();
    const answer = await tell('find', { commandId: command.id, text, ...place }).catch((error) => ({
      kind: 'error',
      text: error.message,
    }));
    if (mine === asked) show(answer);
  }

  /** @param {any} answer an ExtensionSearch of the server */
  function show(answer) {
    const results = answer.results ?? [];
    list.replaceChildren(...results.map(entry));
    if (answer.kind === 'results')
      status.textContent =
        results.length === 0 ? say('Nothing found') : say('{count} found', { count: results.length });
    else if (answer.kind === 'sign-in') {
      const prompt = {
        text: say('Sign in so that the app can search for you.'),
        title: say('Sign in'),
        url: answer.url,
      };
      status.replaceChildren(signInPrompt(prompt, () => void search()));
    } else status.replaceChildren(createElement('span', { className: answer.kind }, say(answer.text)));
  }

  /** @param {any} result */
  function entry(result) {
    const pick = () => {
      modal.close();
      onPick(result);
    };
    return createElement(
      'li',
      {},
      createElement(
        'button',
        { type: 'button', className: 'result', onclick: pick },
        createElement('strong', {}, result.title),
        createElement('span', {}, result.text),
      ),
    );
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const stops = [box, ...list.querySelectorAll('button')];
    stops[stops.indexOf(document.activeElement) + step]?.focus();
  }
}
