import { menuButton } from './menu-button.js';
import { openSearchPanel } from './search-panel.js';
import { runCommand } from './teams-dialog.js';

/**
 * The app's commands while somebody writes: a search inserts what is picked, an action opens a dialog.
 *
 * @param {{ label: string, commands: any[], place: { chat?: string }, onInsert: (result: any) => void }} options
 */
export function appsMenu({ label, commands, place, onInsert }) {
  const items = commands
    .filter(({ context }) => context === 'compose')
    .map((command) => ({
      label: command.title,
      onPick: () =>
        command.type === 'query'
          ? openSearchPanel(command, place, onInsert)
          : void runCommand(command.id, place),
    }));
  return menuButton({ label, icon: 'apps', side: 'above', items });
}
