import { parse } from 'dotenv';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The environment together with the `.env` file of a folder. What the process was given wins, and in production the
 * file is not read. A missing file is none; one that cannot be read is an error.
 */
export function loadEnvironment(env: Environment, folder: string): Environment {
  if (env.NODE_ENV === 'production') return { ...env };
  return { ...parse(readIfThere(join(folder, '.env'))), ...env };
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}
