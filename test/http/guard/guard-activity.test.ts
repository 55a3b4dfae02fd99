import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CodedError } from '../../../src/conversations/errors/coded-error.ts';
import { guardActivity } from '../../../src/http/guard/guard-activity.ts';
import { messageActivity } from '../message-activity.ts';

const isAllowed = (url: string) => url.startsWith('https://smba.trafficmanager.net/');
const guard = (value: unknown) => guardActivity(Buffer.from(JSON.stringify(value)), isAllowed);
const malformed = (error: unknown) => error instanceof CodedError && error.code === 'ACTIVITY_MALFORMED';

describe('guardActivity', () => {
  it('hands a message on with everything in it', () => {
    assert.deepEqual(guard(messageActivity()), messageActivity());
  });

  const wellFormed: [string, Record<string, unknown>][] = [
    ['a message without text, value and attachments', { text: undefined, attachments: undefined }],
    [
      'a picture, which has no content',
      { attachments: [{ contentType: 'image/*', contentUrl: 'https://x' }] },
    ],
    ['an action of a card', { text: undefined, value: { verb: 'form.send' }, replyToId: '1' }],
    [
      'a picture, which has no content',
      { attachments: [{ contentType: 'image/*', contentUrl: 'https://a.example' }] },
    ],
    ['an invoke', { type: 'invoke', name: 'application/search', value: { queryText: '' } }],
    ['an installation', { type: 'installationUpdate', action: 'add' }],
    ['new members', { type: 'conversationUpdate', membersAdded: [{ id: '28:bot' }] }],
    ['a reaction', { type: 'messageReaction', reactionsAdded: [{ type: 'like' }] }],
    ['a type of the future', { type: 'somethingNew', shape: { of: ['its', 'own'] } }],
    ['Outlook', { channelId: 'outlook' }],
    ['Microsoft 365', { channelId: 'm365extensions' }],
  ];
  for (const [what, changes] of wellFormed) {
    it(`takes ${what}`, () => assert.equal(guard(messageActivity(changes)).from.id, '29:1ada'));
  }

  it('takes what a person typed without the characters that no database stores', () => {
    const { text, value } = guard(
      messageActivity({ text: 'one\0two \\u0000', value: { action: { data: ['\0', 'three\0'] } } }),
    );
    assert.equal(text, 'onetwo \\u0000');
    assert.deepEqual(value, { action: { data: ['', 'three'] } });
  });

  it('takes null for absent', () => {
    const activity = guard(
      messageActivity({ text: null, name: null, membersAdded: null, channelData: null }),
    );
    assert.equal('text' in activity, false);
    assert.equal('channelData' in activity, false);
  });

  const flawed: [string, Record<string, unknown>][] = [
    ['no type', { type: undefined }],
    ['an empty type', { type: '' }],
    ['type as number', { type: 1 }],
    ['no channel', { channelId: undefined }],
    ['the emulator', { channelId: 'emulator' }],
    ['the App Service extension', { channelId: 'AseChannel' }],
    ['no service URL', { serviceUrl: undefined }],
    ['a service URL that is not listed', { serviceUrl: 'https://evil.example/' }],
    ['no conversation', { conversation: undefined }],
    ['conversation null', { conversation: null }],
    ['conversation as text', { conversation: 'a:1personal' }],
    ['a conversation without id', { conversation: { tenantId: 't' } }],
    ['an empty conversation id', { conversation: { id: '' } }],
    ['no sender', { from: undefined }],
    ['an installation without sender', { type: 'installationUpdate', from: undefined }],
    ['a sender without id', { from: { name: 'Ada' } }],
    ['sender as list', { from: ['29:1ada'] }],
    ['an object id that is no text', { from: { id: '29:1ada', aadObjectId: {} } }],
    ['text as number', { text: 5 }],
    ['text as object', { text: { toString: 'x' } }],
    ['attachments as object', { attachments: {} }],
    ['an attachment as text', { attachments: ['x'] }],
    ['an attachment without type', { attachments: [{ content: 'x' }] }],
    ['entities as text', { entities: 'mention' }],
    ['an entity null', { entities: [null] }],
    ['members as object', { membersAdded: { id: '28:bot' } }],
    ['channel data as text', { channelData: 'x' }],
    ['a tenant as text', { channelData: { tenant: 't' } }],
    ['a tenant id as number', { channelData: { tenant: { id: 5 } } }],
    ['a time that is none', { timestamp: 'yesterday' }],
    ['an id as number', { id: 5 }],
    ['a value that nests without end', { value: JSON.parse('['.repeat(500) + ']'.repeat(500)) }],
  ];
  for (const [what, changes] of flawed) {
    it(`refuses ${what}`, () => assert.throws(() => guard(messageActivity(changes)), malformed));
  }

  for (const text of ['', 'null', '5', '"x"', '[]', '[{}]', '{', '{"type":"message"}{}', 'undefined']) {
    it(`refuses the body ${text || '(empty)'}`, () =>
      assert.throws(() => guardActivity(Buffer.from(text), isAllowed), malformed));
  }

  it('refuses bytes that are not UTF-8', () => {
    assert.throws(() => guardActivity(Buffer.from([0x22, 0xff, 0xfe, 0x22]), isAllowed), malformed);
  });

  it('refuses nesting without end next to such a character, too', () => {
    const body = `{"a":"\\u0000","b":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    assert.throws(() => guardActivity(Buffer.from(body), isAllowed), malformed);
  });

  it('refuses a key that would become a prototype', () => {
    const text = JSON.stringify(messageActivity()).replace('{', '{"__proto__":{"admin":true},');
    assert.throws(() => guardActivity(Buffer.from(text), isAllowed), malformed);
  });

  it('answers any change of any field with an activity or with ACTIVITY_MALFORMED', () => {
    const fields = [...Object.keys(messageActivity()), 'value', 'membersAdded', 'relatesTo', 'name'];
    fc.assert(
      fc.property(fc.constantFrom(...fields), fc.jsonValue({ maxDepth: 4 }), (field, value) => {
        try {
          const activity = guard(messageActivity({ [field]: value }));
          assert.equal(typeof activity.conversation.id, 'string');
          assert.ok(activity.text === undefined || typeof activity.text === 'string');
        } catch (error) {
          assert.ok(malformed(error), String(error));
        }
      }),
      { seed: 2, numRuns: 1000 },
    );
  });
});
