import assert from 'node:assert/strict';
import fc from 'fast-check';
import { contentTypeOf } from '../../../src/teams/files/content-type-of.ts';
import { fileName } from '../../../src/teams/files/file-name.ts';
import { isPrivateAddress } from '../../../src/teams/files/is-private-address.ts';
import { pictureType } from '../../../src/teams/files/picture-type.ts';

describe('fileName', () => {
  it('keeps names as they are', () => {
    for (const name of ['plan.pdf', 'Übersicht 2027.xlsx', '予算.txt', 'a.tar.gz'])
      assert.equal(fileName(name), name);
  });

  it('takes away paths, hidden endings and what file systems refuse', () => {
    assert.equal(fileName('../../etc/passwd'), 'passwd');
    assert.equal(fileName('C:\\temp\\x.txt'), 'x.txt');
    assert.equal(fileName('photo\u202egnp.exe'), 'photognp.exe');
    assert.equal(fileName('a<b>:"|?*\n.txt'), 'ab.txt');
    assert.equal(fileName('...'), 'file');
    assert.equal(fileName(''), 'file');
  });

  it('is short, keeps its ending, and is the same again', () => {
    assert.match(fileName(`${'x'.repeat(300)}.pdf`), /^x{96}\.pdf$/);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300, size: 'max' }), (given) => {
        const name = fileName(given);
        assert.ok(name.length > 0 && name.length <= 100 && name.isWellFormed());
        assert.equal(fileName(name), name);
      }),
      { seed: 20_270_307, numRuns: 500 },
    );
  });
});

describe('types', () => {
  it('come from a short list, in which nothing acts', () => {
    assert.equal(contentTypeOf('a.PDF'), 'application/pdf');
    for (const name of ['a.html', 'a.svg', 'a.js', 'a', 'a.constructor', '.pdf.exe'])
      assert.equal(contentTypeOf(name), 'application/octet-stream', name);
  });

  it('of pictures come from their bytes', () => {
    assert.equal(pictureType(Buffer.from('GIF89a')), 'image/gif');
    assert.equal(pictureType(Buffer.from([0xff, 0xd8, 0xff, 0xe0])), 'image/jpeg');
    for (const other of ['<svg xmlns="x">', '<html>', '', 'PNG'])
      assert.equal(pictureType(Buffer.from(other)), undefined);
  });
});

describe('isPrivateAddress', () => {
  it('knows what is not the public internet, in every spelling', () => {
    for (const address of [
      ...[
        '127.0.0.1',
        '10.1.2.3',
        '172.31.0.1',
        '192.168.1.1',
        '169.254.169.254',
        '168.63.129.16',
        '100.64.0.1',
        '0.0.0.0',
        '224.0.0.1',
      ],
      ...[
        '::1',
        '::',
        'fe80::1',
        'fd00::1',
        '::ffff:127.0.0.1',
        '::ffff:7f00:1',
        '64:ff9b::7f00:1',
        '2002:7f00:1::',
        '::7f00:1',
        'fec0::1',
        'fe80::1%eth0',
        '3fff::1',
        '5f00::1',
      ],
    ])
      assert.ok(isPrivateAddress(address), address);
    for (const address of ['8.8.8.8', '172.32.0.1', '2a00:1450::1', '::ffff:8.8.8.8'])
      assert.equal(isPrivateAddress(address), false, address);
  });
});
