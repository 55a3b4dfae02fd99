import type { Request } from 'restify';
import { CodedError } from '../../conversations/errors/coded-error.ts';
import { hasBoundedDepth } from '../guard/has-bounded-depth.ts';
import { isPlainJson } from '../guard/is-plain-json.ts';
import { readBody } from '../guard/read-body.ts';

/** What the API takes is nested two deep. */
const depthLimit = 8;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * A call's body as JSON, at most `limit` bytes of it.
 *
 * @throws CodedError BODY_OVER_LIMIT, API_TYPE_NOT_JSON, API_BODY_NOT_JSON
 */
export async function readJson(request: Request, limit: number): Promise<unknown> {
  const bytes = await readBody(request, limit);
  if (!isPlainJson(request.headers)) throw new CodedError('API_TYPE_NOT_JSON');
  const value = parse(bytes);
  if (!hasBoundedDepth(value, depthLimit)) throw new CodedError('API_BODY_NOT_JSON');
  return value;
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(utf8.decode(bytes));
  } catch {
    throw new CodedError('API_BODY_NOT_JSON');
  }
}
