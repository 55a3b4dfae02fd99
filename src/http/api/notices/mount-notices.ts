import type { Request, RequestHandler, Response, Server } from 'restify';
import type { Announcement, Sender } from '../../../announcements/announcement.ts';
import type { AnnouncementOrder } from '../../../announcements/announcements.ts';
import { CodedError } from '../../../conversations/errors/coded-error.ts';
import { answer } from '../../server/answer.ts';
import { answerWithEtag } from '../answer-with-etag.ts';
import { apiHandler } from '../api-handler.ts';
import type { ApiParts } from '../api-parts.ts';
import { checkQuery } from '../check-query.ts';
import { identifyCaller } from '../identify-caller.ts';
import { readIdempotencyKey } from '../read-idempotency-key.ts';
import { readJson } from '../read-json.ts';
import { waitQuery } from '../shapes/wait-query.ts';
import type { NoticeBody } from '../shapes/notice-shape.ts';
import { waitUntil } from '../wait-until.ts';
import { answerReceivers } from './answer-receivers.ts';
import { describeNotice } from './describe-notice.ts';
import { hasEnded } from './has-ended.ts';
import { noticeOrders } from './notice-orders.ts';
import { noticeVersion } from './notice-version.ts';
import { readNotice } from './read-notice.ts';
import { senderOf } from './sender-of.ts';
import { startNotice } from './start-notice.ts';

type OwnNotice = (request: Request, response: Response, own: { id: string; sender: Sender }) => Promise<void>;

/** `/api/v1/notices`: telling many, and how far it is; each caller's own alone. */
export function mountNotices(server: Server, parts: ApiParts): void {
  const { announcements } = parts;

  server.post(
    '/api/v1/notices',
    apiHandler(parts, async (request, response) => {
      if (!parts.open) throw new CodedError('API_CLOSED');
      const body = await readJson(request, parts.bodyBytes);
      const caller = await identifyCaller(request, response, {
        ...parts,
        check: (token) => parts.callers.noticeSender(token),
      });
      const key = readIdempotencyKey(request);
      const notice = await startNotice({ caller, key, ...readNotice(body) }, parts);
      const described = await describe(notice);
      answer(response, {
        status: 202,
        headers: {
          'Content-Type': 'application/json',
          Location: described.url,
          ...(!hasEnded(notice) && { 'Retry-After': '1' }),
        },
        body: JSON.stringify(described),
      });
    }),
  );

  server.get(
    '/api/v1/notices/:id',
    ofOwn(async (request, response, { id, sender }) => {
      const { wait } = checkQuery(waitQuery, request);
      const look = async () => known(await announcements.findUncounted(id, sender));
      await waitUntil(look, { isEnough: hasEnded, wait, request }, parts);
      const body = await describe(known(await announcements.find(id, sender)));
      answerWithEtag(request, response, { version: noticeVersion(body), body });
    }),
  );

  server.get(
    '/api/v1/notices/:id/receivers',
    ofOwn(async (request, response, { id, sender }) => {
      known(await announcements.findUncounted(id, sender));
      await answerReceivers(request, response, id, parts);
    }),
  );

  for (const order of noticeOrders) server.post(`/api/v1/notices/:id/${order}`, ordered(order));

  function ordered(order: AnnouncementOrder): RequestHandler {
    return ofOwn(async (_request, response, { id, sender }) => {
      const body = await describe(known(await announcements.order(id, sender, order)));
      const headers = { 'Content-Type': 'application/json' };
      answer(response, { status: 200, headers, body: JSON.stringify(body) });
    });
  }

  function ofOwn(handle: OwnNotice): RequestHandler {
    return apiHandler(parts, async (request, response) => {
      if (!parts.open) throw new CodedError('API_CLOSED');
      const caller = await identifyCaller(request, response, {
        ...parts,
        check: (token) => parts.callers.noticeSender(token),
      });
      await handle(request, response, {
        id: String(request.params?.['id'] ?? ''),
        sender: senderOf(caller),
      });
    });
  }

  async function describe(notice: Announcement): Promise<NoticeBody> {
    const why = notice.counts.unreachable === 0 ? {} : await announcements.whyUnreachable(notice.id);
    return describeNotice(notice, why, parts);
  }
}

/** @throws CodedError API_NOTICE_UNKNOWN for what is not there, or another's: both are answered alike */
function known<Notice>(notice: Notice | undefined): Notice {
  if (notice === undefined) throw new CodedError('API_NOTICE_UNKNOWN');
  return notice;
}
