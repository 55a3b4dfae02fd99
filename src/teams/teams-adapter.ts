import { CloudAdapter, type Activity, type InvokeResponse, type TurnContext } from 'botbuilder';
import type { Log } from '../conversations/ports/log.ts';
import type { ChannelAuthentication } from './channel/channel-authentication.ts';
import { ChannelError, type ChannelErrorKind } from './channel/channel-error.ts';
import { tokenIssuer } from './channel/token-issuer.ts';

/** What the caller of `POST /api/messages` is told. */
export interface TurnAnswer {
  status: number;
  body?: unknown;
}

/** Refusals that delivering the activity again would only meet again. */
const unreachable = new Set<ChannelErrorKind>(['blocked', 'not-installed', 'gone']);

/**
 * Bot Framework's adapter with authentication and turn apart: whatever goes wrong in the first is 401 and says nothing;
 * what goes wrong in the second is ours.
 */
export class TeamsAdapter extends CloudAdapter {
  readonly #authentication: ChannelAuthentication;
  readonly #issuer: string;
  readonly #log: Log;

  constructor(authentication: ChannelAuthentication, options: { issuer: string; log: Log }) {
    super(authentication);
    this.#authentication = authentication;
    this.#issuer = options.issuer;
    this.#log = options.log;
  }

  /**
   * Runs one turn.
   *
   * @param authorization the caller's `Authorization` header
   * @param activity the activity, its shape already checked
   */
  async receive(
    authorization: string,
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<TurnAnswer> {
    // Tokens of other issuers would send Bot Framework looking for their keys elsewhere (emulator, skills, Direct Line ASE).
    if (tokenIssuer(authorization) !== this.#issuer) return { status: 401 };
    let caller;
    try {
      caller = await this.#authentication.authenticateRequest(activity, authorization);
    } catch (error) {
      this.#log.warn({ error }, 'a caller could not be authenticated');
      return { status: 401 };
    }
    let answer: InvokeResponse | undefined;
    try {
      answer = await this.processActivity(caller, activity, logic);
    } catch (error) {
      if (!(error instanceof ChannelError)) throw error;
      this.#log.warn({ kind: error.kind, error }, 'a turn could not show what it had to say');
      return { status: unreachable.has(error.kind) ? 200 : 503 };
    }
    if (answer === undefined) return { status: 200 };
    return { status: answer.status, ...(answer.body !== undefined && { body: answer.body as unknown }) };
  }
}
