import type { Request, Response } from 'restify';
import { answer } from '../server/answer.ts';

/** Answers JSON, or 304 when the caller has this version of it. */
export function answerWithEtag(
  request: Request,
  response: Response,
  { version, body }: { version: string; body: object },
): void {
  const etag = `"${version}"`;
  if (isKnown(request.headers['if-none-match'], etag)) {
    answer(response, { status: 304, headers: { ETag: etag } });
    return;
  }
  const headers = { 'Content-Type': 'application/json', ETag: etag };
  answer(response, { status: 200, headers, body: JSON.stringify(body) });
}

/** Whether `If-None-Match` names this version (RFC 9110 §13.1.2; weak or strong is the same to it). */
function isKnown(header: string | undefined, etag: string): boolean {
  return (header ?? '').split(',').some((each) => each.trim().replace(/^W\//, '') === etag);
}
