import type { ChatMessage } from '../channel/chat-message.ts';
import { askExtension, deliverInvoke, type ExtensionInvoke, type ExtensionPlace } from './ask-extension.ts';
import type { ClientContext } from './client-context.ts';
import type { DialogResult, DialogView } from './dialog-view.ts';
import type { ExtensionSearch } from './extension-results.ts';
import { findAction } from './find-action.ts';
import { gatherInputs } from './gather-inputs.ts';
import { messagePayload } from './message-payload.ts';
import type { ExtensionAnswer } from './read-extension-answer.ts';
import { searchChoices, type Choice } from './search-choices.ts';

type Inputs = Readonly<Record<string, string>>;

/** A command of the message extension, and where somebody chose it. */
export interface ExtensionCommand {
  commandId: string;
  /** With the message that it is about; without one it was chosen while composing. */
  place: ExtensionPlace & { message?: ChatMessage };
}

/** One person's dialogs and message extension; one dialog is open at a time, as in Teams. */
export interface Dialogs {
  current(): DialogView | undefined;
  close(): void;
  /** `task/fetch` by a card's button. */
  openFromCard(place: ExtensionPlace, data: unknown): Promise<DialogResult>;
  /** `composeExtension/fetchTask`. */
  run(command: ExtensionCommand): Promise<DialogResult>;
  /** `composeExtension/query`; `text` may be empty. */
  search(command: ExtensionCommand, text: string): Promise<ExtensionSearch>;
  /** Presses the dialog's action by title, id or JSON pointer. @throws Error when no dialog is open */
  submit(action: string, inputs: Inputs): Promise<DialogResult>;
  /** Typeahead in the dialog. @throws Error when no dialog is open */
  choices(search: { inputId: string; text: string; inputs: Inputs }): Promise<Choice[]>;
  /** The pop-up of the sign-in that was asked for last has handed back a state. */
  finishSignIn(state: string): Promise<DialogResult | ExtensionSearch>;
}

/** How a dialog sends what was filled in: back to the card's bot, or to the message extension with its command. */
interface Sending {
  name: 'task/submit' | 'composeExtension/submitAction';
  value: Record<string, unknown>;
  place: ExtensionPlace;
}

export function createDialogs(context: ClientContext, onChange: () => void): Dialogs {
  let open: { view: DialogView; sending: Sending } | undefined;
  let waiting: ((state: string) => Promise<DialogResult | ExtensionSearch>) | undefined;
  const theme = { context: { theme: 'default' } };

  function change(next: typeof open): void {
    open = next;
    onChange();
  }

  function show(answer: ExtensionAnswer, sending: Sending): DialogResult {
    switch (answer.kind) {
      case 'dialog': {
        const view = { title: answer.title, card: answer.card, footer: undefined };
        change({ view, sending });
        return { kind: 'dialog', dialog: view };
      }
      case 'sign-in':
        return { kind: 'sign-in', url: answer.url };
      case 'sign-in-failed':
        return { kind: 'error', text: 'Something went wrong. Please try again.' };
      case 'error':
        // What was typed is still in the dialog.
        if (open !== undefined) change({ ...open, view: { ...open.view, footer: answer } });
        return answer;
      case 'message':
      case 'closed':
      case 'results':
        change(undefined);
        return { kind: 'closed', text: answer.kind === 'message' ? answer.text : undefined };
    }
  }

  async function fetchTask(invoke: ExtensionInvoke, sending: Sending, state?: string): Promise<DialogResult> {
    const answer = await askExtension(context, invoke, state);
    waiting = answer.kind === 'sign-in' ? (code) => fetchTask(invoke, sending, code) : undefined;
    return show(answer, sending);
  }

  async function query(invoke: ExtensionInvoke, state?: string): Promise<ExtensionSearch> {
    const answer = await askExtension(context, invoke, state);
    waiting = answer.kind === 'sign-in' ? (code) => query(invoke, code) : undefined;
    switch (answer.kind) {
      case 'results':
      case 'message':
      case 'error':
        return answer;
      case 'sign-in':
        return { kind: 'sign-in', url: answer.url };
      default:
        return { kind: 'error', text: 'Something went wrong. Please try again.' };
    }
  }

  const current = (): NonNullable<typeof open> => {
    if (open === undefined) throw new Error('No dialog is open.');
    return open;
  };

  return {
    current: () => open?.view,
    close: () => change(undefined),
    async openFromCard(place, data) {
      const invoke = { name: 'task/fetch', value: { data, ...theme }, place };
      return show(await deliverInvoke(context, invoke), { name: 'task/submit', value: theme, place });
    },
    run({ commandId, place }) {
      const { message } = place;
      const value = {
        commandId,
        commandContext: message === undefined ? 'compose' : 'message',
        requestId: context.nextId(),
        ...(message === undefined
          ? {}
          : { messagePayload: messagePayload(message, context.speaker().tenant) }),
        ...theme,
      };
      const sending: Sending = { name: 'composeExtension/submitAction', value, place };
      return fetchTask({ name: 'composeExtension/fetchTask', value, place }, sending);
    },
    search({ commandId, place }, text) {
      const parameters = text === '' ? [{ name: 'initialRun', value: 'true' }] : [{ name: 'q', value: text }];
      const value = { commandId, parameters, queryOptions: { skip: 0, count: 25 } };
      return query({ name: 'composeExtension/query', value, place });
    },
    async submit(name, inputs) {
      const { view, sending } = current();
      const { action } = findAction([view.card], name);
      if (action.type === 'Action.OpenUrl') return { kind: 'open', url: action.url ?? '' };
      // A dialog knows no universal actions: an Action.Execute of its card would do nothing.
      if (action.type !== 'Action.Submit') throw new Error(`A dialog cannot press ${action.type}.`);
      const { values, problem } = gatherInputs(view.card, action, inputs);
      if (problem !== undefined) return { kind: 'invalid', ...problem };
      const data = { ...(action.data as Record<string, unknown> | undefined), ...values };
      const value = { ...sending.value, data };
      return show(await deliverInvoke(context, { ...sending, value }), sending);
    },
    choices(search) {
      const { view, sending } = current();
      return searchChoices(context, sending.place, [view.card], search);
    },
    async finishSignIn(state) {
      if (waiting === undefined) throw new Error('Nothing waits for a sign-in.');
      return waiting(state);
    },
  };
}
