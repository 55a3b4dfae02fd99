import type { AccountAnswer } from '../../conversations/account/account.ts';
import type { Author } from '../../conversations/person.ts';
import type { Texts } from '../texts/texts.ts';
import type { AdaptiveCard, CardElement, RichTextBlock } from './adaptive-card.ts';
import { card } from './card.ts';
import { heading } from './heading.ts';
import { labelledLine } from './labelled-line.ts';
import { problemLine } from './problem-line.ts';

export interface AccountCardOptions {
  /** As the chat names them. */
  readonly author: Author;
  readonly answer: AccountAnswer;
  readonly texts: Texts;
}

/** Who a person is to Kickoff, what it may do as them, and how what is missing is granted. */
export function accountCard({ author, answer, texts }: AccountCardOptions): AdaptiveCard {
  const { whoami } = texts;
  const profile = answer.kind === 'signed-in' ? answer.account.profile : undefined;
  const name = profile?.name ?? author.name;
  const body: CardElement[] = [heading(whoami.title)];
  if (name !== '') body.push(labelledLine(whoami.name, name));
  if (profile?.mail !== undefined) body.push(labelledLine(whoami.mail, profile.mail));
  // The id is what an administrator needs, the name what everybody knows.
  const { organisation } = profile ?? {};
  const { tenantId } = author;
  const shown = organisation === undefined ? tenantId : `${organisation} (${tenantId})`;
  body.push(labelledLine(whoami.organisation, shown));
  if (answer.kind === 'signed-in') body.push(...permissions(answer.account, texts));
  else
    body.push(
      heading(whoami.notSignedIn, 'warning'),
      // The heading says it already, and nothing waits for this sign-in.
      answer.error.code === 'SIGN_IN_REQUIRED'
        ? line(whoami.toSignIn)
        : problemLine(texts.error(answer.error)),
    );
  return card({ summary: `${whoami.title}: ${name}`, body });
}

function permissions(
  { features, adminLink }: Extract<AccountAnswer, { kind: 'signed-in' }>['account'],
  { whoami, language }: Texts,
): CardElement[] {
  const either = new Intl.ListFormat(language, { type: 'disjunction' });
  const granted = features.filter(({ state }) => state === 'granted');
  const others = features.filter(({ state }) => state !== 'granted');
  const elements: CardElement[] = [];
  if (granted.length > 0) {
    elements.push(heading(whoami.allowed, 'good'));
    elements.push(...granted.map(({ feature }) => line(whoami.features[feature].does)));
  }
  if (others.length === 0) return elements;
  elements.push(
    heading(whoami.notAllowed, others.some(({ required }) => required) ? 'attention' : 'warning'),
  );
  for (const each of others) {
    const { does, without } = whoami.features[each.feature];
    const why = each.state === 'refused' ? whoami.refused : whoami.missing(either.format(each.anyOf));
    elements.push(line(does), line(`${why} ${without}`, true));
  }
  if (others.every(({ state }) => state === 'refused')) return elements;
  elements.push(line(whoami.forAdmin), line(adminLink, true), line(whoami.afterwards), {
    type: 'ActionSet',
    actions: [{ type: 'Action.OpenUrl', title: whoami.adminButton, url: adminLink }],
  });
  return elements;
}

/** A line of our own: sentences, permissions, the link. */
function line(text: string, isSubtle = false): RichTextBlock {
  return { type: 'RichTextBlock', spacing: 'small', inlines: [{ type: 'TextRun', text, isSubtle }] };
}
