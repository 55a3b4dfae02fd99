import assert from 'node:assert/strict';
import fc from 'fast-check';
import { contentHash } from '../../src/conversations/content-hash.ts';
import { CodedError } from '../../src/conversations/errors/coded-error.ts';
import { fileLimits } from '../../src/conversations/file-limits.ts';
import { planFiles } from '../../src/conversations/plan-files.ts';
import type { PostFile } from '../../src/conversations/post-file.ts';
import { sentBody } from '../../src/conversations/sent-body.ts';
import { createWorld, wish } from './fakes/world.ts';

const file = (name: string, more: Partial<PostFile> = {}): PostFile => ({
  id: name,
  name,
  contentType: 'text/plain',
  state: 'fetching',
  origin: { url: `https://files.example/${name}`, picture: false, key: name },
  ...more,
});
const fetched = (text: string) => ({ kind: 'fetched', bytes: Buffer.from(text) }) as const;
const failed = { kind: 'failed', error: new CodedError('FILE_NOT_FETCHED') } as const;

describe('planFiles', () => {
  const some = fc.array(
    fc.record({
      size: fc.integer({ min: 0, max: 3_000_000 }),
      picture: fc.boolean(),
      link: fc.boolean(),
    }),
    { maxLength: 8 },
  );

  it('never plans more than one request holds, and drops nothing', () => {
    fc.assert(
      fc.property(some, fc.integer({ min: 0, max: 3_900_000 }), (sizes, textBytes) => {
        const files = sizes.map(({ size, picture, link }, n) =>
          file(String(n), {
            state: 'stored',
            size,
            ...(picture && { contentId: String(n) }),
            ...(link && { link: 'https://x.example' }),
          }),
        );
        const planned = planFiles(files, textBytes);
        assert.deepEqual(
          planned.map(({ id }) => id),
          files.map(({ id }) => id),
        );
        const bytes = planned.reduce((sum, { state, size = 0 }) => sum + (state === 'stored' ? size : 0), 0);
        assert.ok(bytes <= fileLimits.bytes && textBytes + (bytes * 4) / 3 <= fileLimits.request);
        for (const { state, link, reason } of planned) {
          if (state === 'linked') assert.notEqual(link, undefined);
          if (state === 'left-out') assert.equal(reason?.code, 'FILE_TOO_LARGE');
        }
      }),
      { seed: 20_270_308, numRuns: 300 },
    );
  });
});

describe('sentBody', () => {
  it('links to what is too large, and shows only pictures that go along', () => {
    const link = 'https://x.example/?a=1&b="2"';
    const files = [
      file('a<b>', { state: 'linked', link }),
      file('p1', { state: 'stored', contentId: 'p1' }),
      file('p2', { state: 'left-out', contentId: 'p2' }),
    ];
    const content = '<p>x<img src="cid:p1" alt="1" /><img src="cid:p2" alt="2" /></p>';
    assert.equal(
      sentBody({ body: { contentType: 'html', content }, files }).content,
      '<p>x<img src="cid:p1" alt="1" /></p><p>📎 <a href="https://x.example/?a=1&amp;b=&quot;2&quot;">a&lt;b&gt;</a></p>',
    );
    assert.equal(
      sentBody({ body: { contentType: 'text', content: 'x' }, files }).content,
      `x\n\n📎 a<b>\n${link}`,
    );
  });
});

describe('a request with files', () => {
  it('is posted with what was fetched, and names what was not', async () => {
    const world = createWorld();
    world.state.files = {
      a: fetched('aaa'),
      big: { kind: 'too-large' },
      no: { kind: 'refused', error: new CodedError('FILE_HOST_NOT_ALLOWED', { host: 'h' }) },
    };
    const files = [file('a'), file('big', { link: 'https://x.example/big' }), file('no'), file('later')];
    const { request } = await world.conversations.start(wish({ files }));
    assert.equal(request.state, 'created');
    assert.deepEqual(
      request.files?.map(({ state, reason }) => [state, reason?.code]),
      [
        ['stored', undefined],
        ['linked', undefined],
        ['left-out', 'FILE_HOST_NOT_ALLOWED'],
        ['left-out', 'FILE_NOT_FETCHED'],
      ],
    );
    assert.deepEqual(
      world.state.posted[0]?.attachments?.map(({ name, bytes }) => [name, String(bytes)]),
      [['a', 'aaa']],
    );
    assert.match(world.state.posted[0]?.body.content ?? '', /📎 big\nhttps:\/\/x\.example\/big$/);
  });

  it('is stored before its slow files are there, which are fetched before anything else', async () => {
    const world = createWorld();
    world.state.tokens = [{ kind: 'sign-in', error: new CodedError('SIGN_IN_REQUIRED') }];
    world.state.files = { slow: failed };
    const { request } = await world.conversations.start(wish({ files: [file('slow')] }));
    const [stored] = world.history;
    assert.equal(stored?.files?.[0]?.state, 'fetching');
    assert.deepEqual([request.state, request.files?.[0]?.reason?.code], ['waiting', 'FILE_NOT_FETCHED']);
  });

  it('is posted without a file whose bytes are gone, and says so', async () => {
    const world = createWorld();
    world.state.files = { a: fetched('aaa') };
    world.state.tokens = [
      { kind: 'sign-in', error: new CodedError('SIGN_IN_REQUIRED') },
      { kind: 'token', token: 't', expiresAt: new Date('2026-11-20T13:00:00Z') },
    ];
    const { request } = await world.conversations.start(wish({ files: [file('a')] }));
    world.fileStore.bytes.clear();
    await world.conversations.signedIn(request.author);
    await world.settled();
    const settled = world.rows.get(request.id);
    assert.deepEqual([settled?.state, settled?.files?.[0]?.reason?.code], ['created', 'FILE_GONE']);
    assert.equal(world.state.posted[0]?.attachments, undefined);
  });

  it('takes ten files and names the others', async () => {
    const world = createWorld();
    const files = Array.from({ length: 12 }, (_, n) => file(String(n)));
    world.state.files = Object.fromEntries(files.map(({ name }) => [name, fetched(name)]));
    const { request } = await world.conversations.start(wish({ files }));
    assert.equal(world.state.posted[0]?.attachments?.length, 10);
    assert.deepEqual(
      request.files?.slice(10).map(({ reason }) => reason?.code),
      ['FILES_TOO_MANY', 'FILES_TOO_MANY'],
    );
  });

  it('is another one when a file has other bytes, and not when it has another address', () => {
    const hash = (digest: string, url: string) =>
      contentHash({
        ...wish().content,
        files: [file('a', { size: 1, digest, origin: { url, picture: false, key: url } })],
      });
    assert.equal(hash('1', 'https://a'), hash('1', 'https://b'));
    assert.notEqual(hash('1', 'https://a'), hash('2', 'https://a'));
    assert.notEqual(hash('1', 'https://a'), contentHash(wish().content));
  });
});
