import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseCommand } from '../../../src/teams/commands/parse-command.ts';
import { parseTime } from '../../../src/teams/commands/parse-time.ts';

const at = (hour: number, minute = 0) => ({ hour, minute, second: 0 });
const next = { kind: 'next' } as const;
const weekday = (day: number) => ({ kind: 'weekday', weekday: day }) as const;
const ahead = (days: number) => ({ kind: 'ahead', days }) as const;

describe('times as they are typed', () => {
  const read: [string, object][] = [
    ['9:00', { day: next, ...at(9) }],
    ['09.30', { day: next, ...at(9, 30) }],
    ['9 am', { day: next, ...at(9) }],
    ['9:30pm', { day: next, ...at(21, 30) }],
    ['12 a.m.', { day: next, ...at(0) }],
    ['12 pm', { day: next, ...at(12) }],
    ['9 Uhr', { day: next, ...at(9) }],
    ['9:00:15', { day: next, hour: 9, minute: 0, second: 15 }],
    ['Monday 9:00', { day: weekday(1), ...at(9) }],
    ['on Tuesday at 9:00', { day: weekday(2), ...at(9) }],
    ['Mo 9:00', { day: weekday(1), ...at(9) }],
    ['Do., 17:45', { day: weekday(4), ...at(17, 45) }],
    ['am Sonntag um 8 Uhr', { day: weekday(7), ...at(8) }],
    ['today 18:00', { day: ahead(0), ...at(18) }],
    ['tomorrow 9:30', { day: ahead(1), ...at(9, 30) }],
    ['morgen um 9 Uhr', { day: ahead(1), ...at(9) }],
    ['Übermorgen 9:00', { day: ahead(2), ...at(9) }],
    ['2026-12-01 9:00', { day: { kind: 'date', year: 2026, month: 12, day: 1 }, ...at(9) }],
    ['2026-12-01T09:00', { day: { kind: 'date', year: 2026, month: 12, day: 1 }, ...at(9) }],
    ['1.12.2026 9:00', { day: { kind: 'date', year: 2026, month: 12, day: 1 }, ...at(9) }],
    ['1.12. 9:00', { day: { kind: 'date', month: 12, day: 1 }, ...at(9) }],
    ['Monday 9:00 America/New_York', { day: weekday(1), ...at(9), timeZone: 'America/New_York' }],
    ['9:00 UTC', { day: next, ...at(9), timeZone: 'UTC' }],
  ];
  for (const [typed, time] of read) it(`reads “${typed}”`, () => assert.deepEqual(parseTime(typed), time));

  for (const typed of [
    '',
    '9',
    'noon',
    'Monday',
    '12/1 9:00',
    '25:00',
    '9:60',
    '13 pm',
    '0 am',
    'some day 9:00',
    'Home',
  ])
    it(`asks “${typed}” back`, () => assert.equal(parseTime(typed), undefined));

  it('answers anything that is typed, and within the clock', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[a-zä 0-9:./-]{0,90}$/)), (typed) => {
        const time = parseTime(typed);
        if (time !== undefined) assert.ok(time.hour < 24 && time.minute < 60 && time.second < 60);
      }),
      { numRuns: 2_000, seed: 20261121 },
    );
  });
});

describe('commands that say when', () => {
  const parts = (text: string) => {
    const { topic, group, conversation, people, body, plan, complete, problem } = parseCommand(
      text,
    ) as unknown as Record<string, unknown>;
    const code = (problem as { code: string } | undefined)?.code;
    return JSON.parse(
      JSON.stringify({ topic, group, conversation, people, body, plan, complete, problem: code }),
    ) as object;
  };
  const monday = { day: weekday(1), ...at(9) };
  const nine = { day: next, ...at(9) };
  const budget = { topic: 'Budget', group: 'Finance', people: '', body: 'Hi', complete: true };

  for (const [text, wanted] of [
    ['start "Budget" in "Finance" at "Monday 9:00": Hi', { ...budget, plan: monday }],
    ['start "Budget" in Finance at Monday 9:00: Hi', { ...budget, plan: monday }],
    ['start "Budget" at 9:00 in Finance: Hi', { ...budget, plan: nine }],
    ['start Budget in Finance at 9:00: Hi', { ...budget, plan: nine }],
    ['start in Finance at 9:00 about Budget: Hi', { ...budget, plan: nine }],
    ['start "Budget" in Finance at "Mo 9:00"\nHi', { ...budget, plan: monday }],
    [
      'start "Budget" in Finance with ada@contoso.com at 9:00: Hi',
      { ...budget, people: 'ada@contoso.com', plan: nine },
    ],
    [
      'start "Budget" at 9:00 in Finance with ada@contoso.com: Hi',
      { ...budget, people: 'ada@contoso.com', plan: nine },
    ],
    ['thread "Budget" in "Finance" / "Plans" at 9:00: Hi', { ...budget, conversation: 'Plans', plan: nine }],
    ['reply "Budget" in Finance at 9:00: Hi', { ...budget, plan: nine }],
    ['reply #2 at 9:00: Hi', { people: '', body: 'Hi', plan: nine, complete: true }],
    ['reply #2 at "Monday 9:00": Hi', { people: '', body: 'Hi', plan: monday, complete: true }],
    // What topics and names may hold.
    ['start Dinner at 9:00 in Finance: Hi', { ...budget, topic: 'Dinner at 9:00' }],
    ['start Lunch in town at 12:30 in Finance: Hi', { ...budget, topic: 'Lunch in town at 12:30' }],
    ['start Budget in People at Work: Hi', { ...budget, group: 'People at Work' }],
    ['start "Budget at 9:00" in Finance: Hi', { ...budget, topic: 'Budget at 9:00' }],
    ['start "Budget" in "Finance": at 9:00 Hi', { ...budget, body: 'at 9:00 Hi' }],
    // Certainly meant for a time, and none.
    [
      'start "Budget" in "Finance" at "some day": Hi',
      { ...budget, complete: false, problem: 'time-unclear' },
    ],
    ['start "Budget" in "Finance" at 12/1 9:00: Hi', { ...budget, complete: false, problem: 'time-unclear' }],
  ] as const)
    it(text.replace('\n', '⏎'), () => assert.deepEqual(parts(text), wanted));
});
