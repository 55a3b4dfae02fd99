import { cardView } from './card-view.js';
import { createElement } from './create-element.js';
import { openModal } from './modal.js';
import { read, tell } from './page-client.js';
import { say } from './say.js';
import { signInPrompt } from './sign-in-prompt.js';
import { toast, toastError } from './toast.js';

/**
 * The dialog that is open in this tab, with the card as it was drawn.
 *
 * @type {{ modal: ReturnType<typeof openModal>, foot: HTMLElement, card: string | undefined } | undefined}
 */
let open;

/**
 * Shows what an action, or a command of the message extension, came to.
 *
 * @param {any} result a DialogResult of the server
 * @param {() => Promise<void>} retry asks for the same again, after the person has signed in
 */
export function showDialogResult(result, retry) {
  switch (result.kind) {
    case 'dialog':
      return show(result.dialog);
    case 'closed':
      close();
      return result.text && toast(result.text);
    case 'sign-in':
      open ??= begin(say('Sign in'));
      return open.foot.replaceChildren(askToSignIn(result.url, retry));
    case 'open':
      return void (/^(https?|mailto):/i.test(result.url) && window.open(result.url, '_blank', 'noopener'));
    default:
      return complain(say(result.text ?? result.message));
  }
}

/**
 * Runs a command of the message extension.
 *
 * @param {string} commandId
 * @param {{ chat?: string, messageId?: string }} place neither in Outlook
 * @returns {Promise<void>}
 */
export async function runCommand(commandId, place) {
  try {
    showDialogResult(await tell('command', { commandId, ...place }), () => runCommand(commandId, place));
  } catch (error) {
    toastError(error);
  }
}

/** Brings the dialog that is open here to what the server has: another tab of the person may have gone on in it. */
export async function syncDialog() {
  if (open?.card === undefined) return;
  const { dialog } = await read('dialog');
  if (dialog) show(dialog);
  else if (open?.card !== undefined) close();
}

/** @param {any} view */
function show({ title, card, footer }) {
  open ??= begin(title);
  open.modal.setTitle(title);
  // What was typed stays as long as the card is the same.
  const drawn = JSON.stringify(card);
  if (open.card !== drawn) {
    open.card = drawn;
    open.modal.body.replaceChildren(cardView(card, 0, { press, search }), open.foot);
    open.foot.replaceChildren();
    open.modal.focusFirst();
  }
  if (footer) complain(footer.text);
}

/** @param {string} title */
function begin(title) {
  const foot = createElement('div', { className: 'modal-foot', role: 'alert' });
  const modal = openModal({
    title,
    onClose() {
      const wasShown = open?.card !== undefined;
      open = undefined;
      if (wasShown) void tell('dialog-close').catch(toastError);
    },
  });
  modal.body.append(foot);
  return { modal, foot, card: undefined };
}

/** Closes it because the server has closed it. */
function close() {
  if (!open) return;
  open.card = undefined;
  open.modal.close();
}

/**
 * @param {string} action
 * @param {Record<string, string>} inputs
 * @returns {Promise<void>}
 */
async function press(action, inputs) {
  open?.foot.replaceChildren();
  try {
    showDialogResult(await tell('dialog-submit', { action, inputs }), () => press(action, inputs));
  } catch (error) {
    complain(error instanceof Error ? error.message : say('That did not work.'));
  }
}

/**
 * @param {string} inputId
 * @param {string} text
 * @param {Record<string, string>} inputs
 */
function search(inputId, text, inputs) {
  return tell('dialog-choices', { inputId, text, inputs });
}

/** @param {string} text */
function complain(text) {
  if (!open) return toast(text, 'error');
  open.foot.replaceChildren(createElement('p', { className: 'footer error' }, text));
}

/**
 * @param {string} url
 * @param {() => Promise<void>} retry
 */
function askToSignIn(url, retry) {
  const text = say('Sign in so that the app can go on.');
  return signInPrompt({ text, title: say('Sign in'), url }, () => {
    if (open?.card === undefined) open?.modal.close();
    void retry();
  });
}
