/** Breaks `{{DATE(…)}}` and `{{TIME(…)}}`, which Adaptive Cards replace in every text, text runs included. */
export function disarmFunctions(text: string): string {
  return text.replace(/\{(?=\{)/g, '{\u2060');
}
