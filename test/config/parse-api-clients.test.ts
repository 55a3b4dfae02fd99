import assert from 'node:assert/strict';
import { parseApiClients } from '../../src/config/parse-api-clients.ts';

const one = 'c11e0000-3333-4ddd-8eee-000000000003';
const other = '0b07ab1e-2222-4ccc-8ddd-000000000002';

describe('the apps that may call', () => {
  const read = (text: string) => Object.fromEntries(parseApiClients(text) ?? []);

  it('are client ids, separated by commas or spaces, with a name after each if it is to have one', () => {
    assert.deepEqual(read(`${one.toUpperCase()}, ${other}`), { [one]: one, [other]: other });
    assert.deepEqual(read(`${one} ${other},`), { [one]: one, [other]: other });
    assert.deepEqual(read(`${one}  Contoso  Helpdesk,${other} Büro 7`), {
      [one]: 'Contoso Helpdesk',
      [other]: 'Büro 7',
    });
    assert.deepEqual(read(`${one} Helpdesk ${other}`), { [one]: 'Helpdesk', [other]: other });
  });

  it('are nothing else', () => {
    for (const text of ['', ' , ', 'Helpdesk', `Helpdesk ${one}`, `${one}, Helpdesk`, '*'])
      assert.equal(parseApiClients(text), undefined, text);
  });
});
