import type { Announcement } from '../../announcements/announcement.ts';
import type { Gap } from '../../announcements/gap.ts';
import type { Texts } from '../texts/texts.ts';
import type { AdaptiveCard, CardAction, CardElement } from './adaptive-card.ts';
import { card } from './card.ts';
import { cardVerbs } from './card-verbs.ts';
import { executeAction } from './execute-action.ts';
import { heading } from './heading.ts';
import { labelledLine } from './labelled-line.ts';
import { progressBar } from './progress-bar.ts';
import { progressStatus } from './progress-status.ts';
import { textRun } from './text-run.ts';

export interface ProgressCardOptions {
  readonly announcement: Announcement;
  /** At the end: who was not told, by kind. */
  readonly gaps?: readonly Gap[];
  readonly texts: Texts;
  /** For those who have not sent it. */
  readonly forOthers?: boolean;
}

/** How far a notice to many is, or how it ended: in a bar, in counts and in words. */
export function progressCard(options: ProgressCardOptions): AdaptiveCard {
  const { announcement, texts, forOthers = false } = options;
  const { counts, state } = announcement;
  const status = progressStatus(announcement, texts, { forOthers });
  const line = (text: string): CardElement => ({
    type: 'RichTextBlock',
    spacing: 'small',
    inlines: [textRun(text)],
  });
  const about = aboutOf(announcement);
  const done = counts.total - counts.waiting - counts.stopped;
  const progress = texts.announcement.progress(done, counts.total);
  const hasBar = counts.total > 0 && state !== 'failed';
  const actions = progressActions(announcement, texts);
  return card({
    summary: [status.title, about, ...(hasBar ? [progress] : []), ...status.lines]
      .filter(Boolean)
      .join(' – '),
    body: [
      heading(status.title, status.color),
      ...(about === '' ? [] : [labelledLine(texts.announcement.about, about)]),
      labelledLine(texts.announcement.to, nameAudience(announcement, texts)),
      ...(hasBar ? [progressBar(counts), line(progress)] : []),
      ...status.lines.map(line),
      ...countLines(options),
      ...(actions.length === 0 ? [] : [{ type: 'ActionSet' as const, actions }]),
    ],
  });
}

function aboutOf({ content, forgotten }: Announcement): string {
  if (forgotten) return '';
  return content.kind === 'conversation' ? content.conversation.topic : (content.title ?? content.text);
}

function nameAudience({ audience, counts }: Announcement, { announcement }: Texts): string {
  switch (audience.kind) {
    case 'people':
      return announcement.people(counts.total);
    case 'members':
      return announcement.membersOf(audience.group.name);
    case 'chat':
      return announcement.chat;
  }
}

/** What is none is not counted; who was not told is named at the end. */
function countLines({ announcement: { counts, state }, gaps, texts }: ProgressCardOptions): CardElement[] {
  const { announcement, receipt } = texts;
  if (counts.total === 0 || state === 'failed') return [];
  const format = new Intl.NumberFormat(texts.language);
  const count = (name: keyof typeof announcement.counts): CardElement[] =>
    counts[name] === 0 ? [] : [labelledLine(announcement.counts[name], format.format(counts[name]))];
  const named = (kind: Gap['kind']): CardElement[] =>
    (gaps ?? [])
      .filter((gap) => gap.kind === kind)
      .map((gap): CardElement => {
        const left = gap.count - gap.names.length;
        const who = [
          ...gap.names,
          ...(left === 0
            ? []
            : [gap.names.length === 0 ? announcement.people(left) : receipt.morePeople(left)]),
        ].join(', ');
        const label = gap.why === undefined ? who : `${announcement.why[gap.why]}: ${who}`;
        return {
          type: 'RichTextBlock',
          spacing: 'none',
          inlines: [textRun(`– ${label}`, { isSubtle: true })],
        };
      });
  const uncertain: CardElement[] =
    counts.unconfirmed === 0
      ? []
      : [
          {
            type: 'TextBlock',
            text: announcement.unconfirmedNote,
            wrap: true,
            isSubtle: true,
            spacing: 'none',
          },
        ];
  return [
    ...count('delivered'),
    ...count('waiting'),
    ...count('unreachable'),
    ...named('unreachable'),
    ...count('unconfirmed'),
    ...uncertain,
    ...named('unconfirmed'),
    ...count('stopped'),
  ];
}

/** What the sender can order; the server checks that it is the sender who presses. */
function progressActions(
  { id, state, counts, forgotten }: Announcement,
  { announcement }: Texts,
): CardAction[] {
  const action = (title: string, verb: string, style?: 'positive'): CardAction =>
    executeAction({ title, verb, data: { announcementId: id }, ...(style && { style }) });
  const stop = action(announcement.stop, cardVerbs.stopAnnouncement);
  switch (state) {
    case 'gathering':
    case 'sending':
      return [action(announcement.pause, cardVerbs.pauseAnnouncement), stop];
    case 'waiting':
      return [stop];
    case 'paused':
      return [action(announcement.resume, cardVerbs.resumeAnnouncement, 'positive'), stop];
    case 'done':
    case 'stopped':
      return counts.total === 0 || forgotten
        ? []
        : [action(announcement.export, cardVerbs.exportAnnouncement)];
    case 'failed':
      return [];
  }
}
