import assert from 'node:assert/strict';
import { hasCredentials } from '../../src/config/has-credentials.ts';
import { productionNeedsCredentials } from '../../src/config/production-needs-credentials.ts';
import { SettingsError } from '../../src/config/settings-error.ts';

describe('whether a real tenant is meant', () => {
  it('is seen from any one setting of the app registration', () => {
    const names = ['MicrosoftAppId', 'MicrosoftAppTenantId', 'MicrosoftAppPassword', 'MicrosoftAppType'];
    for (const name of [...names, 'CertificateThumbprint', 'CertificatePrivateKey']) {
      assert.equal(hasCredentials({ [name]: 'x' }), true, name);
      assert.equal(hasCredentials({ [name]: ' ' }), false, name);
    }
    assert.equal(hasCredentials({ PORT: '80', PUBLIC_URL: 'https://a.example.com' }), false);
  });

  it('lets production refuse to start without one, naming every missing setting', () => {
    assert.throws(
      () => productionNeedsCredentials({ NODE_ENV: 'production', PORT: 'x' }),
      (error) => {
        assert.ok(error instanceof SettingsError);
        assert.deepEqual(
          error.problems.map(({ name }) => name),
          [
            'PORT',
            'PUBLIC_URL',
            'MicrosoftAppId',
            'MicrosoftAppTenantId',
            'MicrosoftAppPassword',
            'ENCRYPTION_KEYS',
          ],
        );
        assert.match(error.message, /^NODE_ENV is production/);
        return true;
      },
    );
    productionNeedsCredentials({ NODE_ENV: 'production', MicrosoftAppId: 'x' });
    productionNeedsCredentials({ NODE_ENV: 'development' });
    productionNeedsCredentials({});
  });
});
