import type { ConnectorPolicy } from './connector-pipeline.ts';

/**
 * Makes every request of a connector one about targeted messages, which only their recipient sees (Teams platform, "Targeted
 * messages", a preview). The connector has no argument for it, so there is a client of its own with this policy: nothing that
 * is meant for one person can go out without it.
 */
export const targetRequests: ConnectorPolicy = {
  name: 'kickoffTargetRequests',
  sendRequest(request, next) {
    const url = new URL(request.url);
    url.searchParams.set('isTargetedActivity', 'true');
    request.url = url.href;
    return next(request);
  },
};
