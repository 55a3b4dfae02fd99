import type { Request, Route } from 'restify';

/**
 * The route of a request as a template, e.g. `POST /api/messages`, for logs and metrics: addresses carry queries (with
 * codes in them) and would make a series each. `unmatched` for what no route took.
 */
export function routeOf(request: Request): string {
  const route: Route | undefined = request.getRoute();
  return route === undefined ? 'unmatched' : `${route.method} ${String(route.path)}`;
}
