const patterns: readonly (readonly [RegExp, string])[] = [
  // Three base64url parts, the first of which begins like {"; also when the end was cut off.
  [/\beyJ[\w-]{5,}(?:\.[\w-]*){0,4}/g, '[token]'],
  // Entra's authorization codes and refresh tokens, which nothing else tells from other text.
  [/\b[01]\.[\w-]{24,}(?:\.[\w-]*)*/g, '[token]'],
  [/\bBearer\s+[\w.~+/=-]{8,}/gi, 'Bearer [token]'],
  // Token requests and answers, as a form or as JSON.
  [
    /\b(client_secret|client_assertion|assertion|access_token|refresh_token|id_token|code_verifier)("?\s*[=:]\s*"?)[^\s"&,}]+/gi,
    '$1$2[secret]',
  ],
];

/** The text without whatever looks like a token or a secret of the token endpoint. */
export function redact(text: string): string {
  return patterns.reduce((rest, [pattern, instead]) => rest.replace(pattern, instead), text);
}
