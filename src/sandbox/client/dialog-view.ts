import type { AdaptiveCard } from './card-element.ts';

/** A dialog as its person sees it. */
export interface DialogView {
  title: string;
  card: AdaptiveCard;
  /** What stands under the card while something is to be done before it goes on. */
  footer: { kind: 'sign-in'; url: string; title: string } | { kind: 'error'; text: string } | undefined;
}

/** What a dialog, or the command that opens one, came to. */
export type DialogResult =
  | { kind: 'dialog'; dialog: DialogView }
  /** The dialog is closed; `text` is the bot's last line, if it had one. */
  | { kind: 'closed'; text: string | undefined }
  | { kind: 'sign-in'; url: string }
  | { kind: 'error'; text: string }
  /** The client's own check stopped the press. */
  | { kind: 'invalid'; inputId: string; message: string }
  /** Action.OpenUrl: the browser opens it. */
  | { kind: 'open'; url: string };
