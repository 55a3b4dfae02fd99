import 'reflect-metadata';
import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import * as x509 from '@peculiar/x509';
import { startWorld } from './start-world.ts';

describe('identity: certificate credential', () => {
  let certificate: string;
  let privateKey: string;

  before(async () => {
    const algorithm = {
      name: 'RSASSA-PKCS1-v1_5',
      hash: 'SHA-256',
      publicExponent: new Uint8Array([1, 0, 1]),
      modulusLength: 2048,
    };
    const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
    const made = await x509.X509CertificateGenerator.createSelfSigned({
      name: 'CN=bot',
      keys,
      signingAlgorithm: algorithm,
    });
    certificate = made.toString('pem');
    const pkcs8 = await crypto.subtle.exportKey('pkcs8', keys.privateKey);
    privateKey = x509.PemConverter.encode(pkcs8, 'PRIVATE KEY');
  });

  for (const property of ['fingerprint', 'fingerprint256'] as const) {
    it(`proves the app by its key (${property})`, async () => {
      const thumbprint = new X509Certificate(certificate)[property];
      const world = await startWorld({
        entra: { certificates: [certificate] },
        credential: { kind: 'certificate', thumbprint, privateKey },
      });
      world.running.entra.consents.grant(world.ada.objectId);
      assert.equal((await world.exchange(world.ada)).kind, 'signed-in');
      await world.stop();
    });
  }

  it('is refused where the certificate is not registered', async () => {
    const thumbprint = new X509Certificate(certificate).fingerprint;
    const world = await startWorld({ credential: { kind: 'certificate', thumbprint, privateKey } });
    assert.equal((await world.exchange(world.ada)).kind, 'wait');
    assert.match(world.log.text(), /AADSTS700027/);
    assert.ok(!world.log.text().includes(privateKey.split('\n')[1] ?? ''));
    await world.stop();
  });
});
