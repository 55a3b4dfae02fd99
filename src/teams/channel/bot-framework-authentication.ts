import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { MsalServiceClientCredentialsFactory } from 'botframework-connector';
import type { Configuration } from '../../config/configuration.ts';

/** How long the channel's signing keys are kept, in hours: a new key is accepted within a quarter of an hour. */
const keyRefreshHours = 0.25;

/**
 * Bot Framework's own authentication, told every address: it fills in nothing as soon as one of them is set.
 *
 * @param channelApplication the MSAL application that gets the bot's own token for the channel
 */
export function botFrameworkAuthentication(
  { app, endpoints }: Pick<Configuration, 'app' | 'endpoints'>,
  channelApplication: object,
): ConfigurationBotFrameworkAuthentication {
  return new ConfigurationBotFrameworkAuthentication(
    {
      ToChannelFromBotLoginUrl: endpoints.channelLogin,
      ToChannelFromBotOAuthScope: endpoints.channelScope,
      ToBotFromChannelTokenIssuer: endpoints.channelIssuer,
      ToBotFromChannelOpenIdMetadataUrl: endpoints.channelMetadata,
      ToBotFromEmulatorOpenIdMetadataUrl: `${endpoints.entraAuthority}/${app.tenantId}/v2.0/.well-known/openid-configuration`,
      OAuthUrl: endpoints.channelTokenService,
      CallerId: 'urn:botframework:azure',
    },
    // Bot Framework's types know an older MSAL; the call it makes is the same.
    new MsalServiceClientCredentialsFactory(app.id, channelApplication as never),
    undefined,
    undefined,
    { tokenRefreshInterval: keyRefreshHours },
  );
}
