import type { Server } from 'restify';
import type { ApiParts } from './api-parts.ts';
import { mountOpenapi } from './mount-openapi.ts';
import { mountNotices } from './notices/mount-notices.ts';
import { mountPosting } from './mount-posting.ts';
import { mountRequests } from './mount-requests.ts';
import { postingRoutes } from './posting-routes.ts';

/** `/api/v1`: what other systems may do, as a person or alone. */
export function mountApi(server: Server, parts: ApiParts): void {
  mountOpenapi(server, parts);
  for (const route of postingRoutes) mountPosting(server, route, parts);
  mountRequests(server, parts);
  mountNotices(server, parts);
}
