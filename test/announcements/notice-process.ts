/**
 * A real instance of the bot, configured by its environment, whose parent starts announcements in it and asks about them:
 * what cards and the API do, without either.
 */
import type { Sender } from '../../src/announcements/announcement.ts';
import type { AnnouncementWish } from '../../src/announcements/announcements.ts';
import { createApp } from '../../src/app.ts';
import { createLog } from '../../src/config/create-log.ts';
import { readConfiguration } from '../../src/config/read-configuration.ts';

export type NoticeCall =
  | { readonly kind: 'start'; readonly wish: AnnouncementWish }
  | { readonly kind: 'find'; readonly id: string; readonly sender: Sender }
  | { readonly kind: 'receivers'; readonly id: string; readonly after?: string; readonly limit: number };

const configuration = readConfiguration(process.env);
const app = await createApp(configuration, createLog(configuration.server.logLevel));
await app.start();
const { announcements } = app;

function answer(call: NoticeCall): Promise<unknown> {
  switch (call.kind) {
    case 'start':
      return announcements.start(call.wish);
    case 'find':
      return announcements.find(call.id, call.sender);
    case 'receivers': {
      const { id, after, limit } = call;
      return announcements.receivers(id, { limit, ...(after !== undefined && { after }) });
    }
  }
}

process.on('message', ({ n, call }: { n: number; call: NoticeCall }) => {
  answer(call).then(
    (given) => process.send?.({ n, given }),
    (error: unknown) => process.send?.({ n, failed: String(error) }),
  );
});
process.on('disconnect', () => process.exit(0));
process.once('SIGTERM', () => void app.stop().then(() => process.exit(0)));
process.send?.('listening');
