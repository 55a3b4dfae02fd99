import { appsMenu } from './apps-menu.js';
import { createElement } from './create-element.js';
import { icon } from './icon.js';
import { readFile } from './read-file.js';
import { say } from './say.js';

/**
 * The buttons of a message box: files (bots get them in personal chats only), pictures, and the app's commands.
 *
 * @param {any} chat
 * @param {{ appName: string, commands: any[], draft: any, onProblem: (error: unknown) => void }} options
 */
export function composerTools(chat, { appName, commands, draft, onProblem }) {
  /**
   * @param {'files' | 'pictures'} kind
   * @param {Iterable<File>} files
   */
  async function add(kind, files) {
    for (const file of files) await readFile(file).then((read) => draft.add(kind, read), onProblem);
  }

  /**
   * @param {'files' | 'pictures'} kind
   * @param {string} label
   * @param {string} accept
   */
  function chooser(kind, label, accept) {
    const input = createElement('input', {
      type: 'file',
      multiple: true,
      accept,
      hidden: true,
      'aria-label': label,
      onchange: async () => {
        await add(kind, input.files);
        input.value = '';
      },
    });
    const button = createElement(
      'button',
      { type: 'button', className: 'tool', title: label, 'aria-label': label, onclick: () => input.click() },
      icon(kind === 'files' ? 'attach' : 'picture'),
    );
    return [input, button];
  }

  return {
    buttons: [
      ...(chat.kind === 'personal' ? chooser('files', say('Attach files'), '') : []),
      ...chooser('pictures', say('Insert pictures'), 'image/png,image/jpeg,image/gif'),
      appsMenu({
        label: say('Use {appName} while writing', { appName }),
        commands,
        place: { chat: chat.id },
        onInsert: (result) => draft.add('cards', result),
      }),
    ],
    /** Pictures in the clipboard go into the message. @param {ClipboardEvent} event */
    onPaste(event) {
      const pictures = [...(event.clipboardData?.files ?? [])].filter(({ type }) =>
        type.startsWith('image/'),
      );
      if (pictures.length === 0) return;
      event.preventDefault();
      void add('pictures', pictures);
    },
  };
}
