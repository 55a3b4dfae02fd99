import type { DialogResult } from './dialog-view.ts';
import type { ChannelActivity } from '../channel/channel-activity.ts';

/** What became of a press, as the person notices it at once. */
export type PressResult =
  | { kind: 'card'; activity: ChannelActivity }
  | { kind: 'message'; text: string; activity: ChannelActivity }
  | { kind: 'error'; text: string; activity: ChannelActivity }
  | { kind: 'sign-in'; url: string; activity: ChannelActivity }
  /** Action.Submit with `data.msteams.type: task/fetch`: a dialog was asked for. */
  | { kind: 'task'; result: DialogResult }
  /** Action.Submit: a message went to the bot; `status` is what its endpoint answered. */
  | { kind: 'sent'; status: number; activity: ChannelActivity }
  /** Action.OpenUrl: the browser opens it, the bot hears nothing. */
  | { kind: 'open'; url: string }
  /** The client's own check stopped the press. */
  | { kind: 'invalid'; inputId: string; message: string }
  /** An action that only changes what is shown. */
  | { kind: 'local' };
