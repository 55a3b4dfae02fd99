import type { Server } from 'restify';
import type { ChannelKeys } from './channel-keys.ts';

/** Publishes the channel's OpenID metadata and keys where a bot is told to look for them. */
export function mountMetadata(
  server: Server,
  options: { cloudOrigin: () => string; keys: ChannelKeys },
): void {
  server.get('/botframework/.well-known/openidconfiguration', async (_request, response) => {
    response.json({
      issuer: `${options.cloudOrigin()}/botframework`,
      jwks_uri: `${options.cloudOrigin()}/botframework/.well-known/keys`,
      id_token_signing_alg_values_supported: ['RS256'],
      token_endpoint_auth_methods_supported: ['private_key_jwt'],
    });
  });
  server.get('/botframework/.well-known/keys', async (_request, response) => {
    response.json(options.keys.published);
  });
}
