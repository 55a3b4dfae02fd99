import { createApp } from './app.ts';
import { createLog } from './config/create-log.ts';
import { describeStartError } from './config/describe-start-error.ts';
import { hasCredentials } from './config/has-credentials.ts';
import { loadEnvironment } from './config/load-environment.ts';
import { logConsole } from './config/log-console.ts';
import { productionNeedsCredentials } from './config/production-needs-credentials.ts';
import { readConfiguration } from './config/read-configuration.ts';
import { readLocalSettings } from './config/read-local-settings.ts';
import { startSandbox, type Sandbox } from './sandbox/start-sandbox.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the settings, starts Kickoff (and a local Microsoft 365 when there are no credentials), and stops cleanly. */
async function main(environment: Environment): Promise<void> {
  productionNeedsCredentials(environment);
  const sandbox = hasCredentials(environment) ? undefined : await localMicrosoft365(environment);
  const { ENCRYPTION_KEYS: keys = '' } = environment;
  const configuration = readConfiguration({
    ...environment,
    ...sandbox?.settings,
    // Those of the local Microsoft 365 end with it, and a database that was given does not.
    ...(keys.trim() !== '' && { ENCRYPTION_KEYS: keys }),
  });
  const log = createLog(configuration.server.logLevel);
  logConsole(log);
  const app = await createApp(configuration, log);
  await app.start();
  const stop = async (): Promise<void> => {
    await app.stop();
    await sandbox?.stop();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      log.info({ kind: signal }, 'stopping');
      stop().then(
        () => process.exit(0),
        (error: unknown) => {
          log.error({ error }, 'could not stop cleanly');
          process.exit(1);
        },
      );
    });
  }

  log.info({ route: app.origin() }, 'listening');
  if (sandbox !== undefined) {
    process.stdout.write(
      `\nKickoff runs with a local Microsoft 365. Open ${sandbox.pageOrigin}/\n` +
        `A token for the API (docs/api.md), as Ada: curl -s ${sandbox.pageOrigin}/page/ada/api-token\n\n`,
    );
  }
}

function localMicrosoft365(environment: Environment): Promise<Sandbox> {
  const { port, pagePort, enforceLimits } = readLocalSettings(environment);
  const publicUrl = `http://localhost:${port}`;
  const options = { trust: true, installsForPeople: true };
  return startSandbox({ publicUrl, pagePort, enforceLimits, ...options });
}

const environment = loadEnvironment(process.env, process.cwd());
try {
  await main(environment);
} catch (error) {
  process.stderr.write(`${describeStartError(error, environment)}\n`);
  process.exit(1);
}
