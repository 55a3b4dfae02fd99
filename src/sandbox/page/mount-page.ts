import type { Server } from 'restify';
import { apiTokenRoute } from './api-token-route.ts';
import { chatRoutes } from './chat-routes.ts';
import { dialogRoutes } from './dialog-routes.ts';
import { eventStreams } from './event-streams.ts';
import type { EventStreams } from './event-streams.ts';
import { mailRoutes } from './mail-routes.ts';
import { outlookLinks } from './outlook-links.ts';
import { overviewRoutes } from './overview-routes.ts';
import type { PageOptions } from './page-options.ts';
import { serveAssets } from './serve-assets.ts';

/**
 * The page in which people try the bot: chats in the middle, their groups' mail at the right.
 *
 * @returns its open event streams; close them before the server.
 */
export function mountPage(server: Server, options: PageOptions): EventStreams {
  serveAssets(server);
  overviewRoutes(server, options);
  chatRoutes(server, options);
  dialogRoutes(server, options);
  mailRoutes(server, options);
  apiTokenRoute(server, options);
  outlookLinks(server, options.tenant);
  return eventStreams(server, options);
}
