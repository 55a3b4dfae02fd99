/** An activity on its way to the bot: what every kind has, and what its kind adds. */
export interface ChannelActivity {
  type: string;
  id: string;
  channelId: string;
  serviceUrl: string;
  from: { id: string; name?: string; aadObjectId?: string };
  recipient: { id: string; isTargeted?: boolean; name?: string };
  conversation: { id: string; conversationType: string; tenantId: string; isGroup?: boolean };
  [more: string]: unknown;
}
