/**
 * Headers of the sign-in's pages. Scripts and styles come from this server only, nothing can be sent anywhere, and the
 * address with its code is told to nobody. (teams-js would fetch Microsoft's list of hosts that may embed it; refused, it
 * keeps to the list that it was shipped with.) Left out on purpose: `Cross-Origin-Opener-Policy: same-origin` (it cuts the
 * pop-up from the client that waits for it) and `frame-ancestors` (some Teams clients show the pop-up in a frame).
 */
export const pageHeaders: Readonly<Record<string, string>> = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'",
  'Referrer-Policy': 'no-referrer',
};
