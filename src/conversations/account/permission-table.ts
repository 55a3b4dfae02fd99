/** One thing that Kickoff does as a person, and the delegated permissions of Microsoft Graph with which it can. */
export interface FeaturePermission {
  readonly feature: Feature;
  /** Any one of them is enough; the first is the least, and the one to ask for. */
  readonly anyOf: readonly [string, ...string[]];
  /** Without it nothing is posted; everything else is made up for. */
  readonly required: boolean;
}

export type Feature =
  'posting' | 'marker-write' | 'marker-read' | 'group-names' | 'profile' | 'people-search' | 'watching';

/**
 * Being told of new posts at once: Microsoft's page on subscriptions names this one alone for conversations, and says
 * that permissions to write may not do where reading is enough (learn.microsoft.com/graph/api/subscription-post-subscriptions).
 */
export const notificationPermission = 'Group.Read.All';

/**
 * What each feature needs (microsoft-graph-devx-content, permissions.json; for the marker the page of
 * singleValueLegacyExtendedProperty, which names Group.ReadWrite.All to write it and Group.Read.All to find it).
 * `docs/permissions.md` says the same to administrators; a test holds both together.
 */
export const permissionTable: readonly FeaturePermission[] = [
  {
    feature: 'posting',
    anyOf: ['Group-Conversation.ReadWrite.All', 'Group.ReadWrite.All'],
    required: true,
  },
  { feature: 'marker-write', anyOf: ['Group.ReadWrite.All'], required: false },
  { feature: 'marker-read', anyOf: ['Group.Read.All', 'Group.ReadWrite.All'], required: false },
  {
    feature: 'group-names',
    anyOf: ['GroupMember.Read.All', 'Group.ReadBasic.All', 'Group.Read.All', 'Group.ReadWrite.All'],
    required: false,
  },
  { feature: 'profile', anyOf: ['User.Read', 'User.ReadBasic.All'], required: false },
  { feature: 'people-search', anyOf: ['User.ReadBasic.All', 'People.Read'], required: false },
  { feature: 'watching', anyOf: [notificationPermission], required: false },
];
