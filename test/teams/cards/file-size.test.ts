import assert from 'node:assert/strict';
import { fileSize } from '../../../src/teams/cards/file-size.ts';

describe('fileSize', () => {
  const sizes: [bytes: number, english: string, german: string][] = [
    [0, '0 bytes', '0 Byte'],
    [1, '1 byte', '1 Byte'],
    [122, '122 bytes', '122 Byte'],
    [1_000, '1 kB', '1 kB'],
    [2_540, '2.5 kB', '2,5 kB'],
    [48_200, '48 kB', '48 kB'],
    [3_000_000, '3 MB', '3 MB'],
    [2_550_000, '2.6 MB', '2,6 MB'],
  ];
  for (const [bytes, english, german] of sizes)
    it(`of ${bytes} is ${english}, ${german}`, () => {
      const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
      assert.deepEqual([plain(fileSize(bytes, 'en')), plain(fileSize(bytes, 'de'))], [english, german]);
    });
});
