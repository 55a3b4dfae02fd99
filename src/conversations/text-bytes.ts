/** Bytes that a text takes in a JSON request. */
export function textBytes(text: string): number {
  return new TextEncoder().encode(JSON.stringify(text)).length;
}
