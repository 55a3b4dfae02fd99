import { createApp } from './app.ts';
import { createLog } from './config/create-log.ts';
import { hasCredentials } from './config/has-credentials.ts';
import { loadEnvironment } from './config/load-environment.ts';
import { productionNeedsCredentials } from './config/production-needs-credentials.ts';
import { readConfiguration } from './config/read-configuration.ts';
import { SettingsError } from './config/settings-error.ts';
import { startSandbox, type Sandbox } from './sandbox/start-sandbox.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the settings, starts Kickoff (and a local Microsoft 365 when there are no credentials), and stops cleanly. */
async function main(): Promise<void> {
  const environment = loadEnvironment(process.env, process.cwd());
  productionNeedsCredentials(environment);
  const sandbox = hasCredentials(environment) ? undefined : await localMicrosoft365(environment);
  const configuration = readConfiguration({ ...environment, ...sandbox?.settings });
  const log = createLog(configuration.server.logLevel);
  const app = await createApp(configuration, log);
  await app.start();
  log.info({ route: app.origin() }, 'listening');
  if (sandbox !== undefined) {
    process.stdout.write(`\nKickoff runs with a local Microsoft 365. Open ${sandbox.pageOrigin}/\n\n`);
  }

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
}

function localMicrosoft365(environment: Environment): Promise<Sandbox> {
  const port = environment['PORT'] || '3978';
  return startSandbox({
    publicUrl: `http://localhost:${port}`,
    pagePort: Number(environment['SANDBOX_PORT'] || 3979),
    trust: true,
  });
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof SettingsError ? error.message : (error as Error).stack}\n`);
  process.exit(1);
}
