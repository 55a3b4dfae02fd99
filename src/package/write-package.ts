/** `npm run package`: writes the Teams app to `dist/kickoff.zip`, or says everything that is in the way. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describeStartError } from '../config/describe-start-error.ts';
import { loadEnvironment } from '../config/load-environment.ts';
import { buildPackage } from './build-package.ts';
import { PackageError } from './package-error.ts';

const root = resolve(import.meta.dirname, '../..');
const file = resolve('dist/kickoff.zip');
const environment = loadEnvironment(process.env, process.cwd());
try {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const zip = buildPackage({ env: environment, folder: join(root, 'manifest'), version });
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, zip);
  process.stdout.write(
    `${file} is the Teams app, version ${version}. How to upload it: docs/administration.md\n`,
  );
} catch (error) {
  const says = error instanceof PackageError ? error.message : describeStartError(error, environment);
  process.stderr.write(`${says}\n`);
  process.exit(1);
}
