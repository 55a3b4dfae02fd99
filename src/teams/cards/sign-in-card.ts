import type { SignInOffer } from '../../conversations/ports/sign-in.ts';
import type { Texts } from '../texts/texts.ts';

/** An OAuthCard as Bot Framework has it (`botframework-schema`, OAuthCard). */
export interface SignInCard {
  contentType: 'application/vnd.microsoft.card.oauth';
  content: {
    text: string;
    /** Empty: no Azure OAuth connection stands behind it. */
    connectionName: '';
    tokenExchangeResource?: { id: string; uri: string };
    buttons: [{ type: 'signin'; title: string; value: string }];
  };
}

export interface SignInCardOptions {
  readonly offer: SignInOffer;
  readonly texts: Texts;
  /** False in channels, where Teams has no silent exchange and answers an offer of one with `resourcematchfailed`. */
  readonly silent: boolean;
}

/** The sign-in: Teams tries it silently, and shows the button when the person has to agree first. */
export function signInCard({ offer, texts, silent }: SignInCardOptions): SignInCard {
  return {
    contentType: 'application/vnd.microsoft.card.oauth',
    content: {
      text: texts.signIn.text,
      connectionName: '',
      ...(silent && { tokenExchangeResource: { id: offer.exchangeId, uri: offer.resource } }),
      buttons: [{ type: 'signin', title: texts.signIn.button, value: offer.link }],
    },
  };
}
