import type { Request, Response } from 'restify';
import type { Receiver } from '../../../announcements/receiver.ts';
import { answer } from '../../server/answer.ts';
import type { ApiParts } from '../api-parts.ts';
import { checkQuery } from '../check-query.ts';
import { receiversQuery } from '../shapes/receivers-query.ts';
import type { ReceiversBody } from '../shapes/receivers-shape.ts';
import { noticeUrl } from './notice-url.ts';
import { receiversCsv } from './receivers-csv.ts';
import { wantsCsv } from './wants-csv.ts';

/** One page of receivers, as JSON or CSV; `Link` (RFC 8288) names the next page of both. */
export async function answerReceivers(
  request: Request,
  response: Response,
  id: string,
  parts: Pick<ApiParts, 'announcements' | 'publicUrl'>,
): Promise<void> {
  const { after, limit: asked } = checkQuery(receiversQuery, request);
  const limit = Number(asked);
  // One more than is shown, to know whether there is a next page.
  const found = await parts.announcements.receivers(id, {
    ...(after !== undefined && { after }),
    limit: limit + 1,
  });
  const page = found.slice(0, limit);
  const next = found.length > limit ? nextOf(id, page, asked, parts) : undefined;
  const csv = wantsCsv(request.headers.accept);
  answer(response, {
    status: 200,
    headers: {
      'Content-Type': csv ? 'text/csv; charset=utf-8; header=present' : 'application/json',
      Vary: 'Accept',
      ...(next !== undefined && { Link: `<${next}>; rel="next"` }),
    },
    body: csv ? receiversCsv(page) : JSON.stringify(describe(page, next)),
  });
}

function nextOf(id: string, page: readonly Receiver[], limit: string, parts: { publicUrl: string }): string {
  const query = new URLSearchParams({ after: page.at(-1)?.id ?? '', limit });
  return `${noticeUrl(id, parts)}/receivers?${query.toString()}`;
}

function describe(page: readonly Receiver[], next: string | undefined): ReceiversBody {
  return {
    receivers: page.map(({ id, name, state, why, doneAt }) => ({
      id,
      ...(name !== undefined && { name }),
      state,
      ...(why !== undefined && { why }),
      ...(doneAt !== undefined && { doneAt: doneAt.toISOString() }),
    })),
    ...(next !== undefined && { next }),
  };
}
