import { startSandbox } from './start-sandbox.ts';

/** `npm run cloud`: only the local Microsoft 365, and the settings with which a bot in another process uses it. */
const port = process.env['PORT'] || '3978';
const sandbox = await startSandbox({
  publicUrl: process.env['PUBLIC_URL'] || `http://localhost:${port}`,
  pagePort: Number(process.env['SANDBOX_PORT'] || 3979),
  trust: false,
  enforceLimits: process.env['SANDBOX_LIMITS'] === 'on',
});
// With the data folder: this cloud's keys and people are new each time, and no older data fits them.
const lines = Object.entries({ ...sandbox.settings, NODE_EXTRA_CA_CERTS: sandbox.authorityFile });
process.stdout.write(
  [
    `# A local Microsoft 365 for Kickoff. Teams and Outlook: ${sandbox.pageOrigin}/`,
    `# A token for the API, as Ada: curl -s ${sandbox.pageOrigin}/page/ada/api-token`,
    `# The same as an app alone: curl -s ${sandbox.pageOrigin}/page/app-token`,
    '# Settings for a bot that uses it (environment):',
    ...lines.map(([name, value]) => `${name}=${value}`),
    '',
  ].join('\n'),
);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void sandbox.stop().finally(() => process.exit(0)));
}
