/** What people may type, and tenants may be called, to get markup into a card. */
export const hostileTexts = [
  '**bold** _it_ ~~gone~~ `code`',
  '[link](https://evil.example/x) ![img](https://evil.example/i.png)',
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '<at>Ada Vance</at> <https://evil.example>',
  '{{DATE(2026-11-20T12:00:00Z,SHORT)}} {{{TIME(2026-11-20T12:00:00Z)}}',
  '# heading\n- item\n1. item\n> quote\n\n---\n    code',
  'see https://evil.example and www.evil.example',
  'שלום \u202eoverridden\u2066 open',
  '👩‍👩‍👧‍👦 🏳️‍🌈',
  '&lt;b&gt; &nbsp; &#42; \\*x\\* | a | b |',
] as const;
