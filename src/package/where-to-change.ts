/** Where a part of the manifest comes from, by the beginning of its path. */
const origins: readonly (readonly [path: string, place: string])[] = [
  ['/developer/name', 'Set DEVELOPER_NAME.'],
  ['/developer/privacyUrl', 'Set PRIVACY_URL.'],
  ['/developer/termsOfUseUrl', 'Set TERMS_URL.'],
  ['/developer', 'Set DEVELOPER_URL.'],
  ['/id', 'Set MicrosoftAppId.'],
  ['/webApplicationInfo/resource', 'Set SSO_RESOURCE.'],
  ['/webApplicationInfo', 'Set MicrosoftAppId.'],
  ['/validDomains', 'Set PUBLIC_URL.'],
  ['/version', 'Change it in package.json.'],
  ['/bots/0/botId', 'Set MicrosoftAppId.'],
  ['/bots/0/commandLists', 'Change it in src/teams/commands/command-table.ts, its help in src/teams/texts.'],
  ['/composeExtensions', 'Change it in manifest/languages/en.json.'],
  ['/name', 'Change it in manifest/languages/en.json.'],
  ['/description', 'Change it in manifest/languages/en.json.'],
];

/** What to do about a problem in a file of the package, `problem` beginning with its path there. */
export function whereToChange(file: string, problem: string): string {
  if (file !== 'manifest.json')
    return problem.startsWith('/bots[')
      ? 'Change it in src/teams/texts.'
      : `Change it in manifest/languages/${file}.`;
  const origin = origins.find(([path]) => problem.startsWith(path));
  return origin?.[1] ?? 'Change it in manifest/manifest.json.';
}
