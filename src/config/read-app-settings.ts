import { parseSettings, type GivenSettings } from './parse-settings.ts';
import { settingsSchema } from './settings-schema.ts';
import { ssoResource } from './sso-resource.ts';

/** What the Teams app is told from outside; the same settings as the bot's, where both have them. */
export interface AppSettings {
  readonly appId: string;
  /** Scheme and host. */
  readonly publicUrl: string;
  readonly ssoResource: string;
  readonly developer: {
    readonly name: string;
    readonly websiteUrl: string;
    readonly privacyUrl: string;
    readonly termsOfUseUrl: string;
  };
  /** Whether commands are suggested after a slash too, as targeted messages. */
  readonly slashCommands: boolean;
}

const { SSO_RESOURCE, DEVELOPER_NAME, DEVELOPER_URL, PRIVACY_URL, TERMS_URL, SLASH_COMMANDS } =
  settingsSchema.shape;

const schema = settingsSchema
  .pick({ MicrosoftAppId: true, PUBLIC_URL: true })
  .extend({ DEVELOPER_NAME: DEVELOPER_NAME.unwrap(), DEVELOPER_URL: DEVELOPER_URL.unwrap() })
  .extend({ SSO_RESOURCE, PRIVACY_URL, TERMS_URL, SLASH_COMMANDS });

/**
 * The settings that the Teams app package needs; those of a running bot that it does not need may be missing.
 *
 * @throws SettingsError with every missing or malformed setting
 */
export function readAppSettings(env: Readonly<Record<string, string | undefined>>): AppSettings {
  const values = parseSettings(env, schema, reachable, 'The Teams app cannot be packed with these settings:');
  return {
    appId: values.MicrosoftAppId,
    publicUrl: values.PUBLIC_URL,
    ssoResource: ssoResource(values),
    developer: {
      name: values.DEVELOPER_NAME,
      websiteUrl: values.DEVELOPER_URL,
      privacyUrl: values.PRIVACY_URL ?? values.DEVELOPER_URL,
      termsOfUseUrl: values.TERMS_URL ?? values.DEVELOPER_URL,
    },
    slashCommands: values.SLASH_COMMANDS === 'on',
  };
}

function reachable({ PUBLIC_URL: publicUrl = '' }: GivenSettings) {
  // Any other http address is refused for itself.
  if (!/^http:\/\/(?:localhost|127\.|\[::1\])/i.test(publicUrl)) return [];
  return [
    {
      name: 'PUBLIC_URL' as const,
      problem: 'is an http address, which Teams does not open',
      fix: 'Set the https address under which the bot is reached, like https://kickoff.example.com.',
    },
  ];
}
