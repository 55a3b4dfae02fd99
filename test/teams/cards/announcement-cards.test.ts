import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { AnnouncementContent } from '../../../src/announcements/announcement-content.ts';
import type { AnnouncementState } from '../../../src/announcements/announcement.ts';
import { announcementCard } from '../../../src/teams/cards/announcement-card.ts';
import { limits } from '../../../src/conversations/limits.ts';
import type { Gap } from '../../../src/announcements/gap.ts';
import { progressBar } from '../../../src/teams/cards/progress-bar.ts';
import { progressCard } from '../../../src/teams/cards/progress-card.ts';
import { languages } from '../../../src/teams/texts/texts-for.ts';
import { sampleAnnouncement } from '../../announcements/fakes/sample-announcement.ts';
import { checkCard, checkCardSchema, everything } from './check-card.ts';
import { hostileTexts } from './hostile-texts.ts';

const hostile = hostileTexts.join('\n');
const group = { id: 'dddddddd-0000-4000-8000-000000000001', name: hostile, mail: 'finance@contoso.com' };
const long = Array.from({ length: 3_000 }, (_, line) => `${line} ${hostile}`).join('\n');
const conversation = { group, topic: hostile, preview: hostile };
const contents: readonly AnnouncementContent[] = [
  { kind: 'message', text: 'Short' },
  { kind: 'message', text: 'x'.repeat(50_000) },
  {
    kind: 'message',
    title: hostile,
    text: long,
    link: { title: hostile, url: 'https://contoso.example/page' },
    form: { topic: 'Budget' },
  },
  { kind: 'conversation', conversation },
  { kind: 'conversation', conversation: { ...conversation, conversationId: 'c1' } },
  { kind: 'conversation', conversation: { ...conversation, conversationId: 'c1', threadId: 't1' } },
];
const states: readonly AnnouncementState[] = [
  ...(['gathering', 'sending', 'waiting', 'paused', 'done', 'stopped', 'failed'] as const),
];
const whys = ['blocked', 'not-installed', 'gone', 'not-allowed', 'too-big', 'refused'] as const;
const gaps: readonly Gap[] = [
  ...whys.map((why): Gap => ({ kind: 'unreachable', why, count: 7, names: [hostile, 'Ben Ray'] })),
  { kind: 'unreachable', why: 'gone', count: 3, names: [] },
  { kind: 'unconfirmed', count: 1, names: ['Chika Okoro'] },
];
const actionsOf = (card: unknown): unknown[] =>
  everything(card)
    .filter(({ type }) => type === 'Action.Execute' || type === 'Action.OpenUrl')
    .map(({ verb, url }) => verb ?? url);

for (const texts of languages) {
  describe(`cards of notices to many in ${texts.language}`, () => {
    const outlook = 'https://outlook.example';
    const cards = contents.flatMap((content) =>
      [true, false].map((shared) =>
        announcementCard({ content, sender: hostile, formId: 'f1', shared, texts, outlook }),
      ),
    );
    const counts = { total: 30, waiting: 4, delivered: 20, unreachable: 4, unconfirmed: 1, stopped: 1 };
    const none = { total: 0, waiting: 0, delivered: 0, unreachable: 0, unconfirmed: 0, stopped: 0 };
    for (const state of states)
      for (const each of [counts, none])
        for (const content of contents) {
          const announcement = sampleAnnouncement({
            ...{ state, content, counts: each },
            audience: { kind: 'members', group },
            reason: { code: 'GROUP_NOT_FOUND', details: { group: hostile } },
          });
          cards.push(progressCard({ announcement, gaps, texts }));
        }

    it('render, within the size that Teams takes', () => cards.forEach(checkCard));
    it('keep to the published schema', () => cards.forEach(checkCardSchema));
    it('hold text of people in text runs only, or disarmed', () => {
      for (const block of cards.flatMap(everything))
        for (const text of [block['type'] === 'TextBlock' && block['text'], block['title']])
          if (typeof text === 'string') assert.doesNotMatch(text, /\*\*bold|<at>|\]\(https|\{\{DATE/);
    });
  });
}

describe('cards of notices to many', () => {
  const [texts] = languages;
  const show = (content: AnnouncementContent, shared = false) =>
    announcementCard({ content, sender: 'Ada Vance', shared, texts, outlook: 'https://outlook.example' });
  const told = { ...conversation, group: { ...group, name: 'Finance' }, conversationId: 'c1' };

  it('offer what fits: Outlook, an answer, and watching in the own chat only', () => {
    const content = { kind: 'conversation', conversation: told } as const;
    const link = 'https://outlook.example/mail/group/contoso.com/finance/email';
    assert.deepEqual(actionsOf(show(content)), [link, 'conversation.reply', 'watch.here']);
    assert.deepEqual(actionsOf(show(content, true)), [link, 'conversation.reply']);
    const thread = { kind: 'conversation', conversation: { ...told, threadId: 't1' } } as const;
    assert.deepEqual(actionsOf(show(thread)), [link, 'notice.answer', 'watch.here']);
  });

  it('keep line breaks, and open pages by https only', () => {
    const card = show({
      kind: 'message',
      text: 'One\r\n\r\nTwo\nThree',
      link: { title: 'Page', url: 'javascript:alert(1)' },
    });
    const lines = card.body.filter((element) => element.type === 'RichTextBlock');
    assert.deepEqual(
      lines.map(({ spacing }) => spacing),
      ['medium', 'medium', 'none'],
    );
    assert.deepEqual(actionsOf(card), []);
  });

  it('show the whole of a text at its limits, and say so where one is longer', () => {
    const { notice, noticeLines } = limits;
    const cut = ({ text }: { text: string }): boolean => {
      const card = show({ kind: 'message', title: '漢'.repeat(200), text });
      checkCard(card);
      return JSON.stringify(card).includes(texts.announcement.cut);
    };
    const line = (one: string) => one.repeat(notice / noticeLines / one.length - 1);
    for (const one of ['a', '漢', '"', '\\', '\u0001', '\ud800', '{', '${']) {
      assert.equal(cut({ text: one.repeat(notice / one.length) }), false);
      assert.equal(cut({ text: Array.from({ length: noticeLines }, () => line(one)).join('\n') }), false);
    }
    assert.equal(cut({ text: 'a'.repeat(notice + 1) }), true);
    assert.equal(cut({ text: Array.from({ length: noticeLines + 1 }, () => 'a').join('\n') }), true);
  });

  it('offer orders that fit the state', () => {
    const verbs = (state: AnnouncementState) =>
      actionsOf(progressCard({ announcement: sampleAnnouncement({ state }), texts }));
    const [pause, resume, stop] = ['pause', 'resume', 'stop'].map((order) => `announcement.${order}`);
    assert.deepEqual(states.map(verbs), [
      ...[[pause, stop], [pause, stop], [stop], [resume, stop]],
      ...[['announcement.export'], ['announcement.export'], []],
    ]);
  });

  it('say nothing of a text that is forgotten', () => {
    const card = progressCard({
      announcement: sampleAnnouncement({ state: 'done', forgotten: true }),
      texts,
    });
    assert.doesNotMatch(JSON.stringify(card), /Cut-off|announcement\.export/);
  });

  it('draw a bar whose parts are shares of the whole, and none of them too small to be seen', () => {
    const some = fc.nat(20_000);
    fc.assert(
      fc.property(some, some, some, some, some, (waiting, delivered, unreachable, unconfirmed, stopped) => {
        const total = waiting + delivered + unreachable + unconfirmed + stopped;
        const { columns } = progressBar({ total, waiting, delivered, unreachable, unconfirmed, stopped });
        const sum = columns.reduce((all, { width }) => all + width, 0);
        assert.ok(columns.every(({ width }) => Number.isInteger(width) && width >= 1));
        assert.ok(sum >= 100 && sum <= 104, `${sum}`);
        const shown = [delivered, unconfirmed, unreachable, waiting + stopped || total === 0];
        assert.equal(columns.length, shown.filter(Boolean).length);
      }),
    );
  });
});
