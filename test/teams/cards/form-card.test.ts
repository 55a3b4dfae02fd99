import assert from 'node:assert/strict';

import AC from 'adaptivecards/dist/adaptivecards.min.js';

import { CodedError } from '../../../src/conversations/errors/coded-error.ts';
import type { Draft } from '../../../src/conversations/ports/forms.ts';
import type { AdaptiveCard } from '../../../src/teams/cards/adaptive-card.ts';
import { formCard, type FormCardOptions } from '../../../src/teams/cards/form-card.ts';
import { english } from '../../../src/teams/texts/english.ts';
import { readInputs } from '../../../src/teams/forms/read-inputs.ts';
import { checkCard, checkCardSchema, everything } from './check-card.ts';
import { hostileTexts } from './hostile-texts.ts';

const empty: Draft = { kind: 'conversation', group: '', topic: '', body: '', people: '' };
const groups = Array.from({ length: 15 }, (_, index) => ({
  title: `Group ${index} ${'long name '.repeat(30)}`,
  value: `dddddddd-0000-4000-8000-0000000000${String(index).padStart(2, '0')}`,
}));

function form(options: Partial<FormCardOptions> = {}): AdaptiveCard {
  return formCard({ formId: 'f1', draft: empty, groups, texts: english, ...options });
}

function input(card: AdaptiveCard, id: string): Record<string, unknown> {
  const found = everything(card).find((element) => element.id === id);
  assert.ok(found, id);
  return found;
}

function postData(card: AdaptiveCard): unknown {
  return everything(card).find(({ verb, type }) => verb === 'conversation.post' && type === 'Action.Execute')
    ?.data;
}

const full: Draft = {
  kind: 'thread',
  group: groups[3]?.value ?? '',
  conversation: 'c1',
  topic: 'Budget',
  body: 'One\r\n\r\ntwo "three"',
  people: '"Ray, Ben" <ben@contoso.com>',
};
const reply: Draft = {
  kind: 'reply',
  group: groups[3]?.value ?? '',
  threadId: 'AAQk=',
  topic: 'Budget [2027](https://evil.example)',
  body: 'Agreed',
  people: '',
};
const conversations = [{ title: 'Old **topic**', value: 'c1' }];
function said({ says, next }: CodedError): { says: string; next: string } {
  return { says, next };
}

const problems = [
  { field: 'topic' as const, ...said(new CodedError('TOPIC_TOO_LONG', { length: '300', limit: '255' })) },
  { field: 'people' as const, ...said(new CodedError('ADDRESS_INVALID', { address: 'x' })) },
  new CodedError('FORM_EXPIRED'),
];
const cards: Record<string, () => AdaptiveCard> = {
  'an empty form': () => form(),
  'no groups': () => form({ groups: [] }),
  'a reply': () => form({ draft: reply }),
  'everything filled': () => form({ draft: full, conversations }),
  problems: () => form({ draft: full, conversations, problems, restrictedTo: 'Ada Vance' }),
  'hostile text': () => form({ ...hostile(hostileTexts.join(' ')) }),
  'the longest text': () => form({ draft: { ...full, topic: '😀'.repeat(127), body: 'x'.repeat(28_000) } }),
  'text too long for a card': () =>
    form({ draft: { ...full, body: '"\n'.repeat(60_000), people: 'a@b.co,'.repeat(9_000) } }),
  'everything too long': () => {
    const long = 'y'.repeat(100_000);
    return form({
      draft: { kind: 'thread', group: long, conversation: long, topic: long, body: long, people: long },
    });
  },
};

function hostile(text: string): Partial<FormCardOptions> {
  return {
    draft: { kind: 'thread', group: text, conversation: text, topic: text, body: text, people: text },
    groups: [{ title: text, value: 'g' }],
    conversations: [{ title: text, value: 'c' }],
    problems: [
      { says: text, next: text },
      { field: 'body', says: text },
    ],
    restrictedTo: text,
  };
}

describe('formCard', () => {
  for (const [title, make] of Object.entries(cards)) {
    it(`is a card that renders: ${title}`, () => checkCard(make()));
    it(`keeps to the published schema: ${title}`, () => checkCardSchema(make()));
  }

  it('gives back everything that was typed', () => {
    const parsed = new AC.AdaptiveCard();
    parsed.parse(
      form({ draft: full, conversations, problems }),
      new AC.SerializationContext(AC.Versions.v1_6),
    );
    assert.deepEqual(
      Object.fromEntries(
        parsed.getAllInputs().map(({ id }) => [id, input(form({ draft: full, conversations }), id).value]),
      ),
      {
        ...{ groupId: full.group, conversationId: 'c1', topic: full.topic, body: full.body },
        ...{ peopleIds: undefined, people: full.people, postDate: full.postDate, postTime: full.postTime },
      },
    );
  });

  it('asks for the time zone only where it has to be typed', () => {
    const ids = (card: object) => everything(card).map(({ id }) => id);
    assert.ok(!ids(form()).includes('postZone'));
    const zone = { field: 'postZone', says: 'I do not know it.' } as const;
    assert.ok(ids(form({ problems: [zone] })).includes('postZone'));
    const typed = form({ draft: { ...full, postZone: 'Europe/Berlin' } });
    assert.equal(input(typed, 'postZone').value, 'Europe/Berlin');
  });

  it('offers typeahead over the groups, and a group that was typed as a choice of its own', () => {
    const group = input(form({ draft: { ...empty, group: 'Fin_ance' } }), 'groupId');
    assert.equal(group.style, 'filtered');
    assert.deepEqual(group['choices.data'], { type: 'Data.Query', dataset: 'groups' });
    assert.equal(group.value, 'Fin_ance');
    assert.equal((group.choices as { value: string }[])[0]?.value, 'Fin_ance');
    assert.equal((group.choices as unknown[]).length, 16);
    assert.equal((input(form({ draft: full }), 'groupId').choices as unknown[]).length, 15);
  });

  it('takes a typed name for the only choice that is called so', () => {
    const named = [
      { title: 'Finance', value: 'g1' },
      { title: 'Legal', value: 'g2' },
      { title: 'legal', value: 'g3' },
    ];
    const group = (typed: string) =>
      input(form({ groups: named, draft: { ...empty, group: typed } }), 'groupId');
    assert.equal(group('finance').value, 'g1');
    assert.equal((group('finance').choices as unknown[]).length, 3);
    assert.equal(group('Legal').value, 'Legal');
  });

  it('lets the group be typed where none can be offered', () => {
    const group = input(
      form({ groups: [], typesGroup: 'name', draft: { ...empty, group: 'Finance' } }),
      'groupId',
    );
    assert.deepEqual([group.type, group.value, group.isRequired], ['Input.Text', 'Finance', true]);
  });

  it('says why the group is typed, and what to do to search it, where it is asked for', () => {
    const said = (more: object) => JSON.stringify(form({ groups: [], ...more }));
    assert.match(said({ typesGroup: 'name' }), /not signed in yet.*“sign in”/);
    const reply = { ...empty, kind: 'reply', threadId: 't1', topic: 'Budget' };
    for (const more of [{}, { typesGroup: 'name', draft: reply }])
      assert.doesNotMatch(said(more), /not signed in/);
  });

  it('has a conversation only for a thread', () => {
    assert.equal(
      everything(form()).some(({ id }) => id === 'conversationId'),
      false,
    );
    const choice = input(form({ draft: { ...empty, kind: 'thread' }, conversations }), 'conversationId');
    assert.deepEqual([choice.type, choice.value], ['Input.ChoiceSet', undefined]);
    const typed = input(form({ draft: { ...empty, kind: 'thread', conversation: 'Old' } }), 'conversationId');
    assert.deepEqual([typed.type, typed.value], ['Input.ChoiceSet', 'Old']);
    assert.deepEqual(
      (typed.choices as { value: string }[]).map(({ value }) => value),
      ['Old'],
    );
  });

  it('asks for conversations of the group that is chosen meanwhile, and drops one of another group', () => {
    const card = form({ draft: { ...empty, kind: 'thread' } });
    assert.deepEqual(input(card, 'conversationId')['choices.data'], {
      ...{ type: 'Data.Query', dataset: 'conversations', associatedInputs: 'auto' },
    });
    assert.deepEqual(input(card, 'groupId').valueChangedAction, {
      ...{ type: 'Action.ResetInputs', targetInputIds: ['conversationId'] },
    });
    assert.equal(input(form(), 'groupId').valueChangedAction, undefined);
  });

  it('never shows the id of a group or conversation that has no name here', () => {
    const conversation = `AAQkAD${'x1'.repeat(30)}=`;
    const group = 'dddddddd-0000-4000-8000-0000000000ff';
    const card = form({ draft: { ...empty, kind: 'thread', group, conversation } });
    for (const [id, value] of [
      ['groupId', group],
      ['conversationId', conversation],
    ] as const) {
      assert.equal(input(card, id).value, value);
      const [first] = input(card, id).choices as { title: string; value: string }[];
      assert.equal(first?.value, value);
      assert.match(first?.title ?? '', /that you chose/);
    }
  });

  it('has a picker of people next to the text, each with its part of what is meant', () => {
    const chosen = ['bbbbbbbb-0000-4000-8000-00000000000b', 'cccccccc-0000-4000-8000-00000000000c'];
    const card = form({
      draft: { ...empty, people: `Ben, ${chosen.join(', ')}, ada@contoso.com` },
      people: [{ title: 'Ben *Ray*', value: 'ben@contoso.com' }],
    });
    const picker = input(card, 'peopleIds');
    assert.equal(picker.isMultiSelect, true);
    assert.deepEqual(picker['choices.data'], { type: 'Data.Query', dataset: 'graph.microsoft.com/users' });
    assert.equal(picker.value, chosen.join(','));
    assert.equal((picker.choices as { value: string }[])[0]?.value, 'ben@contoso.com');
    assert.equal(input(card, 'people').value, 'Ben, ada@contoso.com');
  });

  it('reads text and picker as one list, and keeps both when a press sends no inputs', () => {
    const shown = { ...empty, people: 'bbbbbbbb-0000-4000-8000-00000000000b, Ben' };
    const read = (data: object) => readInputs({ body: 'x', ...data }, shown).people;
    assert.equal(read({ people: 'Ada', peopleIds: 'ben@contoso.com,id' }), 'Ada, ben@contoso.com,id');
    assert.equal(read({ people: 'Ada' }), 'Ada');
    assert.equal(read({ peopleIds: 'ben@contoso.com' }), 'Ben, ben@contoso.com');
    assert.equal(read({ people: '', peopleIds: '' }), '');
    assert.equal(read({ people: 7, peopleIds: [] }), '');
    assert.equal(readInputs({ formId: 'f1' }, shown).people, shown.people);
    assert.equal(readInputs({ body: 'x', people: '', keeps: 'people' }, shown).people, 'Ben');
  });

  it('asks whether the members are told in Teams, for new conversations only, and keeps the answer', () => {
    assert.equal(input(form(), 'tellMembers').value, 'false');
    const wanted: Draft = { ...empty, tellMembers: true };
    assert.equal(input(form({ draft: wanted }), 'tellMembers').value, 'true');
    for (const draft of [full, reply])
      assert.ok(everything(form({ draft, conversations })).every(({ type }) => type !== 'Input.Toggle'));
    const read = (data: Record<string, unknown>, shown: Draft) => readInputs(data, shown).tellMembers;
    assert.equal(read({ tellMembers: 'true' }, empty), true);
    assert.equal(read({ tellMembers: true }, empty), true);
    assert.equal(read({ tellMembers: 'false' }, wanted), undefined);
    assert.equal(read({ tellMembers: { toString: () => 'yes' } }, wanted), undefined);
    assert.equal(read({ formId: 'f1' }, wanted), true);
    assert.equal(read({ tellMembers: 'true' }, full), undefined);
  });

  it('asks for a reply only for what can be changed, and says what it answers', () => {
    const card = form({ draft: reply });
    const text = everything(card).find(({ id }) => id === 'body');
    assert.equal(text?.['placeholder'], 'What do you answer?');
    assert.equal(text?.['errorMessage'], 'Write your reply first.');
    const inputs = everything(card).filter(({ type }) => String(type).startsWith('Input.'));
    assert.deepEqual(
      inputs.map(({ id }) => id),
      ['body', 'peopleIds', 'people', 'postDate', 'postTime'],
    );
    assert.match(JSON.stringify(card), /To “Budget \[2027\]\(https:\/\/evil\.example\)” in Group 3/);
    assert.deepEqual(readInputs({ body: 'No', threadId: 'other', topic: 'x' }, reply), {
      ...reply,
      body: 'No',
    });
  });

  it('puts each problem behind its field, and the others on top', () => {
    const { body } = form({ draft: full, conversations, problems });
    const at = (id: string) => body.findIndex((element) => 'id' in element && element.id === id);
    assert.match(JSON.stringify(body[at('topic') + 1]), /300 characters.*Shorten the topic/);
    assert.match(JSON.stringify(body[at('people') + 1]), /not a mail address/);
    const general = body.findIndex((element) => JSON.stringify(element).includes('open for too long'));
    assert.ok(general > 0 && general < at('groupId'));
    const conversation = form({
      problems: [{ field: 'conversation', says: 'Several conversations' }],
    });
    assert.match(JSON.stringify(conversation.body[2]), /Several conversations/);
  });

  it('never lets a client cut what was typed', () => {
    assert.equal(input(form(), 'topic').maxLength, 255);
    assert.equal(input(form({ draft: { ...empty, topic: 'x'.repeat(256) } }), 'topic').maxLength, undefined);
    assert.equal(input(form(), 'body').maxLength, undefined);
  });

  it('keeps what does not fit into a card out of it, and says so in the data', () => {
    assert.deepEqual(postData(form({ draft: full })), { formId: 'f1', verb: 'conversation.post' });
    const card = form({ draft: { ...full, body: 'x'.repeat(60_000) } });
    assert.deepEqual(postData(card), { formId: 'f1', keeps: 'body', verb: 'conversation.post' });
    assert.equal(input(card, 'body').value, undefined);
    assert.equal(input(card, 'body').isRequired, undefined);
    assert.match(JSON.stringify(card), /60,000 characters/);
    assert.equal(input(card, 'topic').value, 'Budget');
  });

  it('says its title itself, except in a dialog, whose bar has it', () => {
    const titles = (card: AdaptiveCard) =>
      everything(card).filter(({ text }) => text === 'Start a conversation').length;
    assert.equal(titles(form()), 1);
    assert.equal(titles(form({ dialog: true })), 0);
  });

  it('asks for nothing when it is cancelled', () => {
    const cancel = everything(form()).filter(
      ({ data }) => (data as { verb?: string } | undefined)?.verb === 'form.cancel',
    );
    assert.equal(cancel.length, 2);
    for (const action of cancel) assert.equal(action.associatedInputs, 'none');
  });

  for (const text of hostileTexts) {
    it(`shows ${JSON.stringify(text)} only in text runs, escaped, or as a value`, () => {
      const card = form(hostile(text));
      for (const element of everything(card)) {
        if (element.type === 'TextBlock') assert.ok(!String(element.text).includes(text.slice(0, 8)));
        if (element.type === 'TextRun') assert.doesNotMatch(String(element.text), /\{\{(DATE|TIME)|\u202e/);
        if (typeof element.title === 'string') assert.doesNotMatch(element.title, /[<>*`[\]\n]|\{\{|:\/\//);
      }
      assert.doesNotMatch(card.fallbackText, /[<>*`[\]\n]|\{\{|:\/\//);
      assert.equal(input(card, 'body').value, text);
    });
  }

  it('says under a plain text that a change makes formatting of its signs, and only then', () => {
    const hinted = (draft: Partial<Draft>) =>
      JSON.stringify(form({ draft: { ...empty, ...draft } })).includes('become formatting');
    assert.equal(hinted({ body: '1. one\n# two', plainBody: '1. one\r\n# two' }), true);
    assert.equal(hinted({ body: 'One\n\ntwo', plainBody: 'One\n\ntwo' }), false);
    assert.equal(hinted({ body: '1. changed', plainBody: '1. one' }), false);
    assert.equal(hinted({ body: '1. one' }), false);
    checkCardSchema(form({ draft: { ...empty, body: '- x', plainBody: '- x' } }));
  });
});
