import type { InvokeResponse } from 'botbuilder';

/** An answer of the message extension (Teams platform, `MessagingExtensionResult`). */
export function extensionAnswer(composeExtension: Readonly<Record<string, unknown>>): InvokeResponse {
  return { status: 200, body: { composeExtension } };
}

/** A line in place of results. */
export function extensionMessage(text: string): InvokeResponse {
  return extensionAnswer({ type: 'message', text });
}
