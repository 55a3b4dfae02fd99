/** A message as Teams sends it in a personal chat. */
export function messageActivity(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    type: 'message',
    id: '1763640000100',
    timestamp: '2026-11-20T12:00:00.123Z',
    localTimestamp: '2026-11-20T13:00:00.123+01:00',
    localTimezone: 'Europe/Paris',
    channelId: 'msteams',
    serviceUrl: 'https://smba.trafficmanager.net/emea/5c0ffee0-1111-4aaa-8bbb-000000000001/',
    from: { id: '29:1ada', name: 'Ada Vance', aadObjectId: 'aaaaaaaa-0000-4000-8000-00000000000a' },
    conversation: {
      conversationType: 'personal',
      tenantId: '5c0ffee0-1111-4aaa-8bbb-000000000001',
      id: 'a:1personal',
    },
    recipient: { id: '28:0b07ab1e-2222-4ccc-8ddd-000000000002', name: 'Kickoff' },
    entities: [{ type: 'clientInfo', locale: 'en-US', country: 'US', platform: 'Web' }],
    channelData: { tenant: { id: '5c0ffee0-1111-4aaa-8bbb-000000000001' } },
    locale: 'en-US',
    text: 'start Budget in Finance: Hello',
    textFormat: 'plain',
    attachments: [{ contentType: 'text/html', content: '<p>start Budget in Finance: Hello</p>' }],
    ...changes,
  };
}
