import { randomBytes } from 'node:crypto';
import type { SandboxGroup, SandboxPerson, SandboxTenant } from './tenant.ts';

const domain = 'contoso.com';

/** People by short name; ids are fixed so that examples and screenshots stay the same. */
const people = {
  ada: person('a', 'Ada Vance', 'ada', 'Europe/Paris'),
  ben: person('b', 'Ben Ray', 'ben', 'Europe/London'),
  chika: person('c', 'Chika Okoro', 'chika', 'Africa/Lagos'),
  dana: person('d', 'Dana Lindqvist', 'dana', 'America/New_York'),
};

const startTitles = { en: 'Start a conversation', de: 'Unterhaltung beginnen' };

/** The sandbox's organisation: four people, and one group of each kind that behaves differently. */
export function createContoso(options: { ssoHost: string; redirectUris: string[] }): SandboxTenant {
  const { ada, ben, chika, dana } = people;
  const appId = '0b07ab1e-2222-4ccc-8ddd-000000000002';
  const projectGroup = group('5', 'Project Aurora', 'aurora', [ada, ben], {
    description: 'The team behind Aurora; its mail is hidden from Outlook',
    visibility: 'Private',
    resourceProvisioningOptions: ['Team'],
    hideFromOutlookClients: true,
  });
  return {
    id: '5c0ffee0-1111-4aaa-8bbb-000000000001',
    domain,
    people: Object.values(people).map((each) => ({ ...each })),
    groups: [
      group('1', 'Finance', 'finance', [ada, ben], { description: 'Budgets, invoices, month end' }),
      group('2', 'Finance Leadership', 'finance-leads', [ada, chika], {
        description: 'Members only',
        visibility: 'Private',
        resourceBehaviorOptions: ['AllowOnlyMembersToPost'],
      }),
      group('3', 'All Company', 'all-company', [ada, ben, chika, dana], { description: 'Everybody' }),
      group('4', 'Board', 'board', [dana], {
        description: 'Private; only Dana is a member',
        visibility: 'Private',
        resourceBehaviorOptions: ['AllowOnlyMembersToPost'],
      }),
      projectGroup,
      group('6', 'Building Access', 'building-access', [ada, ben, chika], {
        description: 'A security group: no mailbox',
        mail: null,
        mailEnabled: false,
        securityEnabled: true,
        groupTypes: [],
        visibility: null,
      }),
    ],
    teams: [
      {
        id: '19:0000000000000000000000000000team@thread.tacv2',
        name: projectGroup.displayName,
        groupId: projectGroup.id,
        channels: [
          { id: '19:0000000000000000000000000000team@thread.tacv2', name: 'General' },
          { id: '19:00000000000000000000000000000def@thread.tacv2', name: 'Launch' },
        ],
      },
    ],
    groupChats: [
      {
        id: '19:00000000000000000000000000000abc@thread.v2',
        name: 'Month end',
        memberIds: [ada.id, ben.id, chika.id],
      },
    ],
    app: {
      id: appId,
      catalogueId: 'ca7a1096-4444-4eee-8fff-000000000004',
      secret: randomBytes(24).toString('base64url'),
      name: 'Kickoff',
      ssoResource: `api://${options.ssoHost}/botid-${appId}`,
      redirectUris: options.redirectUris,
      federatedCredentials: [],
      commands: [
        {
          id: 'searchConversations',
          type: 'query',
          context: 'compose',
          titles: { en: 'Conversations', de: 'Unterhaltungen' },
        },
        { id: 'startFromMessage', type: 'action', context: 'message', titles: startTitles },
        { id: 'startConversation', type: 'action', context: 'compose', titles: startTitles },
      ],
    },
    apiClient: {
      id: 'c11e0000-3333-4ddd-8eee-000000000003',
      principalId: 'c11e0000-4444-4ddd-8eee-000000000003',
      secret: randomBytes(24).toString('base64url'),
      name: 'Contoso Helpdesk',
      appRoles: ['Notices.Send'],
    },
  };
}

function person(digit: string, displayName: string, alias: string, timeZone: string): SandboxPerson {
  const mail = `${alias}@${domain}`;
  return {
    id: `${digit.repeat(8)}-0000-4000-8000-00000000000${digit}`,
    displayName,
    mail,
    userPrincipalName: mail,
    teamsId: `29:1${alias}-${Buffer.from(`kickoff sandbox ${alias}`).toString('base64url')}`,
    timeZone,
  };
}

function group(
  digit: string,
  displayName: string,
  alias: string,
  members: SandboxPerson[],
  differences: Partial<SandboxGroup>,
): SandboxGroup {
  return {
    id: `dddddddd-0000-4000-8000-00000000000${digit}`,
    displayName,
    description: '',
    mail: `${alias}@${domain}`,
    mailNickname: alias,
    mailEnabled: true,
    securityEnabled: false,
    groupTypes: ['Unified'],
    visibility: 'Public',
    resourceProvisioningOptions: [],
    resourceBehaviorOptions: [],
    hideFromOutlookClients: false,
    memberIds: members.map((each) => each.id),
    ownerIds: members.slice(0, 1).map((each) => each.id),
    ...differences,
  };
}
