import assert from 'node:assert/strict';

import fc from 'fast-check';

import { isMailAddress } from '../../../src/teams/commands/is-mail-address.ts';
import { parseRecipients } from '../../../src/teams/commands/parse-recipients.ts';

describe('parseRecipients', () => {
  it('reads addresses and names, with each separator', () => {
    assert.deepEqual(
      parseRecipients(
        'ada@contoso.com, "Ray, Ben" <ben@contoso.com>; chika@contoso.com\nDee Oh <dee@contoso.com>',
      ),
      {
        recipients: [
          { address: 'ada@contoso.com' },
          { address: 'ben@contoso.com', name: 'Ray, Ben' },
          { address: 'chika@contoso.com' },
          { address: 'dee@contoso.com', name: 'Dee Oh' },
        ],
        names: [],
        invalid: [],
      },
    );
  });

  it('reads curly names, apostrophes, mailto, brackets without a name and stray spaces', () => {
    assert.deepEqual(
      parseRecipients(
        "“Ray; Ben”&nbsp;<ben@contoso.com>,, Pat O'Hara <o'hara@contoso.com> ;mailto:x@contoso.com;\u00a0<y@contoso.com> ",
      ),
      {
        recipients: [
          { address: 'ben@contoso.com', name: 'Ray; Ben' },
          { address: "o'hara@contoso.com", name: "Pat O'Hara" },
          { address: 'x@contoso.com' },
          { address: 'y@contoso.com' },
        ],
        names: [],
        invalid: [],
      },
    );
  });

  it('gives back what is no address, and takes each address once', () => {
    assert.deepEqual(parseRecipients('Ben, ada@contoso.com, ADA@contoso.com, "open <x@contoso.com>, a@b'), {
      recipients: [{ address: 'ada@contoso.com' }, { address: 'x@contoso.com', name: '"open' }],
      names: ['Ben'],
      invalid: ['a@b'],
    });
    assert.deepEqual(parseRecipients(' ,;\n'), { recipients: [], names: [], invalid: [] });
  });

  it('takes names and object ids apart from addresses, each once', () => {
    const id = 'bbbbbbbb-0000-4000-8000-00000000000b';
    assert.deepEqual(
      parseRecipients(`Ben Ray, @Chika, "Ray, Ben", ben ray, ${id}, Pat O'Hara; 42, <Ben>; @contoso.com`),
      {
        recipients: [],
        names: ['Ben Ray', 'Chika', 'Ray, Ben', id, "Pat O'Hara"],
        invalid: ['42', '<Ben>', '@contoso.com'],
      },
    );
  });

  it('round trip of names with separators; never throws', () => {
    const name = fc.string({
      unit: fc.constantFrom('a', 'é', ' ', ',', ';', '<', '>', '@', '😀', "'"),
      maxLength: 20,
      size: 'max',
    });
    fc.assert(
      fc.property(
        fc.array(name, { maxLength: 5 }),
        fc.constantFrom(', ', ';', '\n', '\r\n'),
        (names, separator) => {
          const text = names.map((name, index) => `"x${name}y" <p${index}@contoso.com>`).join(separator);
          assert.deepEqual(
            parseRecipients(text).recipients,
            names.map((name, index) => ({ address: `p${index}@contoso.com`, name: `x${name}y` })),
          );
        },
      ),
      { seed: 20261120 },
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { recipients, names, invalid } = parseRecipients(text);
        assert.ok(recipients.length + names.length + invalid.length <= text.length);
      }),
      { seed: 20261120 },
    );
  });

  it('reads 200 KB in time', () => {
    const begun = performance.now();
    for (const text of [
      '"a '.repeat(70_000),
      'a@b.co,'.repeat(28_000),
      ','.repeat(200_000),
      ' '.repeat(200_000),
      '<'.repeat(200_000),
    ]) {
      parseRecipients(text);
    }
    assert.ok(performance.now() - begun < 1_500);
  });
});

describe('isMailAddress', () => {
  const good = [
    'ada@contoso.com',
    "o'hara+list@sub.contoso.co.uk",
    'r&d@contoso.com',
    'ünal@bücher.example',
    'a@xn--bcher-kva.example',
    '用户@例子.公司',
    `${'a'.repeat(64)}@contoso.com`,
  ];
  const bad = [
    '',
    '@',
    'ada',
    '@contoso.com',
    'ada@',
    'ada@contoso',
    'ada@contoso..com',
    'ada@-contoso.com',
    'a b@contoso.com',
    'ada@contoso.com\n',
    'ada\u0000@contoso.com',
    'ada\u202e@contoso.com',
    'ada@con\u200btoso.com',
    'ada@con toso.com',
    'ada@contoso.com/x',
    'ada@127.0.0.1',
    'ada@[127.0.0.1]',
    '.ada@contoso.com',
    'ada.@contoso.com',
    'a..b@contoso.com',
    'ada@ben@contoso.com',
    '<ada@contoso.com>',
    `${'a'.repeat(65)}@contoso.com`,
    `${'é'.repeat(33)}@contoso.com`,
    `a@${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(63)}.${'e'.repeat(63)}.com`,
    `a@${'b'.repeat(64)}.com`,
  ];
  for (const address of good) it(`takes ${address}`, () => assert.equal(isMailAddress(address), true));
  for (const address of bad) {
    it(`refuses ${JSON.stringify(address)}`, () => assert.equal(isMailAddress(address), false));
  }
});
