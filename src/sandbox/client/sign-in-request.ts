/** An OAuthCard, or the same content in a login request: how a bot asks a person to sign in. */
export interface SignInRequest {
  text: string;
  connectionName: string;
  /** What the client may exchange silently; undefined asks for the button only. */
  exchange: { id: string; resource: string | undefined } | undefined;
  button: { title: string; url: string };
}

export const oauthCardType = 'application/vnd.microsoft.card.oauth';

/** Reads the content of an OAuthCard; undefined when it has no sign-in button, without which Teams shows nothing. */
export function readSignInRequest(content: unknown): SignInRequest | undefined {
  const card = (content ?? {}) as {
    text?: string;
    connectionName?: string;
    tokenExchangeResource?: { id?: string; uri?: string };
    buttons?: { type?: string; title?: string; value?: string }[];
  };
  const button = card.buttons?.find((each) => each.type === 'signin');
  if (button?.value === undefined) return undefined;
  const { id, uri } = card.tokenExchangeResource ?? {};
  return {
    text: card.text ?? '',
    connectionName: card.connectionName ?? '',
    exchange: id === undefined ? undefined : { id, resource: uri },
    button: { title: button.title ?? 'Sign in', url: button.value },
  };
}
