/**
 * Whether a text is a conversation's id rather than a topic: base64 of Exchange's, which is long and has no space. It is never
 * shown to a person.
 */
export function isConversationId(text: string): boolean {
  return /^[A-Za-z0-9+/_-]{40,}={0,2}$/.test(text);
}
