import type { Delivery } from '../channel/deliver.ts';
import type { AdaptiveCard } from './card-element.ts';
import type { ExtensionResult } from './extension-results.ts';

/** What a bot answered to `task/…` or `composeExtension/…`. */
export type ExtensionAnswer =
  | { kind: 'dialog'; title: string; card: AdaptiveCard }
  /** A last line, in a dialog or in place of results. */
  | { kind: 'message'; text: string }
  | { kind: 'results'; results: ExtensionResult[] }
  /** `silent`: to be tried without asking first. */
  | { kind: 'sign-in'; silent: boolean; url: string; title: string }
  /** HTTP 412: the token was not enough. */
  | { kind: 'sign-in-failed' }
  /** Nothing: the dialog closes. */
  | { kind: 'closed' }
  | { kind: 'error'; text: string };

const unreachable = 'Unable to reach app. Please try again.';

/** Shapes: Teams platform, `TaskModuleResponse` and `MessagingExtensionResponse`. */
export function readExtensionAnswer({ status, body }: Delivery): ExtensionAnswer {
  if (status === 412) return { kind: 'sign-in-failed' };
  if (status !== 200) return { kind: 'error', text: unreachable };
  const { task, composeExtension } = recordOf(body);
  if (task !== undefined) return readTask(recordOf(task));
  if (composeExtension !== undefined) return readExtension(recordOf(composeExtension));
  return { kind: 'closed' };
}

function readTask({ type, value }: Record<string, unknown>): ExtensionAnswer {
  if (type === 'message') return { kind: 'message', text: String(value) };
  const { title, card } = recordOf(value);
  const { content } = recordOf(card);
  if (type !== 'continue' || typeof title !== 'string' || typeof content !== 'object' || content === null)
    return { kind: 'error', text: unreachable };
  return { kind: 'dialog', title, card: content as AdaptiveCard };
}

function readExtension(extension: Record<string, unknown>): ExtensionAnswer {
  const { type, text, attachments, suggestedActions } = extension;
  if (type === 'message') return { kind: 'message', text: String(text) };
  if (type === 'result' && Array.isArray(attachments))
    return { kind: 'results', results: attachments.map(readResult) };
  if (type !== 'auth' && type !== 'silentAuth') return { kind: 'error', text: unreachable };
  const { actions } = recordOf(suggestedActions);
  const { value, title } = recordOf(Array.isArray(actions) ? actions[0] : undefined);
  if (typeof value !== 'string') return { kind: 'error', text: unreachable };
  return { kind: 'sign-in', silent: type === 'silentAuth', url: value, title: String(title) };
}

function readResult(attachment: unknown): ExtensionResult {
  const { content, preview } = recordOf(attachment);
  const { title, text } = recordOf(recordOf(preview)['content']);
  return { title: String(title), text: String(text), card: recordOf(content) };
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
