/** The application permissions of Microsoft Graph that the app registration asks for; only an administrator agrees to them. */
export const applicationPermissions: readonly string[] = [
  'TeamsAppInstallation.ReadWriteSelfForUser.All',
  'AppCatalog.Read.All',
];
