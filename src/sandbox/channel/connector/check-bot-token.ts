import type { Request } from 'restify';
import type { SandboxApp } from '../../tenant/tenant.ts';
import { refuse } from './connector-error.ts';

/** Checks signature and times of a token; answers its claims, rejects a bad one. */
export type VerifyBotToken = (token: string) => Promise<{ aud?: unknown; appid?: unknown; azp?: unknown }>;

/** Audience of the tokens with which bots call the connector, in every cloud that Bot Framework calls public. */
const audience = 'https://api.botframework.com';

/** @throws ConnectorError 401 unless the request carries the bot's own token for the connector. */
export async function checkBotToken(
  request: Request,
  verify: VerifyBotToken,
  app: SandboxApp,
): Promise<void> {
  const [scheme, token] = (request.headers.authorization ?? '').split(' ');
  if (scheme?.toLowerCase() !== 'bearer' || token === undefined) throw unauthorized();
  const claims = await verify(token).catch(() => {
    throw unauthorized();
  });
  if (claims.aud !== audience || (claims.appid ?? claims.azp) !== app.id) throw unauthorized();
}

function unauthorized(): Error {
  return refuse(401, 'Unauthorized', 'Authorization has been denied for this request.');
}
