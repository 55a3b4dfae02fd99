import { notificationPermission } from '../../conversations/account/permission-table.ts';
import type { WatchView } from '../../watches/create-watches.ts';
import type { Texts } from '../texts/texts.ts';
import type { AdaptiveCard, CardElement } from './adaptive-card.ts';
import { card } from './card.ts';
import { cardVerbs } from './card-verbs.ts';
import { executeAction } from './execute-action.ts';
import { heading } from './heading.ts';
import { textRun } from './text-run.ts';
import { watchedName } from './watched-name.ts';

/** Watches of one card. */
const shown = 12;

/** What a person watches, where, with a button that ends each. */
export function watchingCard(options: {
  watches: readonly WatchView[];
  /** The chat that the card is shown in. */
  chatId: string;
  texts: Texts;
}): AdaptiveCard {
  const { watches, chatId, texts } = options;
  const body: CardElement[] = [heading(texts.watch.title)];
  if (watches.length === 0) body.push(line(texts.watch.none));
  for (const watch of watches.slice(0, shown)) {
    const details = [
      watch.place.chatId === chatId ? texts.watch.here : texts.watch.elsewhere,
      ...stateOf(watch, texts),
    ];
    body.push(
      {
        type: 'Container',
        spacing: 'medium',
        items: [
          { type: 'RichTextBlock', inlines: [textRun(watchedName(watch.target), { weight: 'bolder' })] },
          {
            type: 'RichTextBlock',
            spacing: 'none',
            inlines: [textRun(details.join(' · '), { isSubtle: true })],
          },
        ],
      },
      {
        type: 'ActionSet',
        actions: [
          ...(canResume(watch)
            ? [
                executeAction({
                  title: texts.notice.resume,
                  verb: cardVerbs.resumeWatch,
                  data: { watchId: watch.id },
                }),
              ]
            : []),
          executeAction({
            title: texts.notice.stop,
            verb: cardVerbs.endWatch,
            data: { watchId: watch.id },
          }),
        ],
      },
    );
  }
  if (watches.length > shown) body.push(line(texts.watch.more(watches.length - shown)));
  body.push({
    type: 'ActionSet',
    actions: [executeAction({ title: texts.noticeSettings.open, verb: cardVerbs.noticeSettings })],
  });
  const names = watches.slice(0, shown).map(({ target }) => watchedName(target));
  return card({ summary: [texts.watch.title, ...names].join(' – '), body });
}

/** What waits for a sign-in goes on with that. */
function canResume({ state, pausedFor }: WatchView): boolean {
  return state === 'paused' && pausedFor === 'unreachable';
}

/** Why nothing comes, or comes late. */
function stateOf(watch: WatchView, { watch: says }: Texts): string[] {
  const { state, pausedFor, lacks, tooLarge, how } = watch;
  if (state === 'paused') return [pausedFor === 'sign-in' ? says.pausedForSignIn : says.paused];
  if (lacks === 'reading') return [says.readingLacks(notificationPermission)];
  if (tooLarge) return [says.tooLarge];
  if (how !== 'polling') return [];
  return [lacks === undefined ? says.polling : says.notificationsLack(notificationPermission)];
}

function line(text: string): CardElement {
  return { type: 'RichTextBlock', inlines: [textRun(text)] };
}
