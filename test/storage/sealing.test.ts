import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { createSealing } from '../../src/storage/sealing.ts';
import { ada, ben } from './sample-request.ts';

const first = { id: 'first', key: Buffer.alloc(32, 1) };
const second = { id: 'second', key: Buffer.alloc(32, 2) };
const unreadable = { name: 'CodedError', code: 'STORAGE_UNREADABLE' };

describe('sealing', () => {
  const sealing = createSealing([first, second]);

  it('opens any text again, and never seals it twice alike', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const sealed = sealing.seal(text, ada, 'form:1');
        assert.equal(sealing.unseal(sealed, ada, 'form:1'), text);
        assert.notEqual(sealing.seal(text, ada, 'form:1'), sealed);
      }),
      { numRuns: 100, seed: 20_261_120 },
    );
  });

  it('writes version, key id, a 96-bit IV, and ciphertext with a 128-bit tag', () => {
    const [version, keyId, iv, contents, ...rest] = sealing.seal('abc', ada, 'form:1').split(':');
    assert.deepEqual([version, keyId, rest], ['v1', 'first', []]);
    assert.equal(Buffer.from(iv ?? '', 'base64url').length, 12);
    assert.equal(Buffer.from(contents ?? '', 'base64url').length, 3 + 16);
  });

  it('reads what any of its keys wrote', () => {
    const sealed = createSealing([second]).seal('text', ada, 'chats');
    assert.equal(sealing.unseal(sealed, ada, 'chats'), 'text');
  });

  it('opens only for the same tenant, person and purpose', () => {
    const sealed = sealing.seal('text', ada, 'form:1');
    assert.throws(() => sealing.unseal(sealed, ben, 'form:1'), unreadable);
    assert.throws(() => sealing.unseal(sealed, { ...ada, tenantId: ben.objectId }, 'form:1'), unreadable);
    assert.throws(() => sealing.unseal(sealed, ada, 'form:2'), unreadable);
  });

  it('notices a change of any character', () => {
    const sealed = sealing.seal('some text', ada, 'form:1');
    for (let n = 0; n < sealed.length; n += 1) {
      const changed = `${sealed.slice(0, n)}${sealed[n] === 'A' ? 'B' : 'A'}${sealed.slice(n + 1)}`;
      // The last character of a base64 part may carry bits that no byte uses: then nothing changed.
      const sameBytes = Buffer.from(changed.split(':')[3] ?? '', 'base64url').equals(
        Buffer.from(sealed.split(':')[3] ?? '', 'base64url'),
      );
      if (sameBytes && n === sealed.length - 1) continue;
      assert.throws(() => sealing.unseal(changed, ada, 'form:1'), unreadable, `character ${n}`);
    }
  });

  it('refuses a shortened tag, an empty text and another form', () => {
    const [version, keyId, iv, contents] = sealing.seal('some text', ada, 'form:1').split(':');
    const short = Buffer.from(contents ?? '', 'base64url')
      .subarray(0, 12)
      .toString('base64url');
    const bad = ['', 'plain', `v2:${keyId}:${iv}:${contents}`, `${version}:${keyId}:${iv}:${short}`];
    for (const sealed of [...bad, `${version}:${keyId}::${contents}`]) {
      assert.throws(() => sealing.unseal(sealed, ada, 'form:1'), unreadable, sealed);
    }
  });

  it('names the missing key, and never the one-time code in a purpose', () => {
    const sealed = createSealing([{ id: 'gone', key: Buffer.alloc(32, 3) }]).seal('text', ada, 'ticket:x');
    assert.throws(
      () => sealing.unseal(sealed, ada, 'ticket:verification:one-time-code'),
      (error: Error) => error.message.includes('"gone"') && !error.message.includes('one-time-code'),
    );
  });

  it('needs a key', () => {
    assert.throws(() => createSealing([]), RangeError);
  });
});
