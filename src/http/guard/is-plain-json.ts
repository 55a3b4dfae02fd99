import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a body is JSON in UTF-8 and not compressed. Compressed bodies are refused: the channel sends none, and a few
 * bytes could become any number.
 */
export function isPlainJson(headers: IncomingHttpHeaders): boolean {
  const [type = '', ...parameters] = (headers['content-type'] ?? '').toLowerCase().split(';');
  const charset = parameters.map((parameter) => parameter.trim()).find((one) => one.startsWith('charset='));
  const encoding = (headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  return (
    type.trim() === 'application/json' &&
    (charset === undefined || /^charset="?utf-?8"?$/.test(charset)) &&
    encoding === 'identity'
  );
}
