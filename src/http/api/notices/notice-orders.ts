import type { AnnouncementOrder } from '../../../announcements/announcements.ts';

/** What the sender of a notice may order: a route each. */
export const noticeOrders: readonly AnnouncementOrder[] = ['pause', 'resume', 'stop'];
