import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Environment of the many processes that tests start: Node keeps what it made of the sources, checked by their contents, so
 * that each start after the first costs a third less.
 */
export const compileCache = { NODE_COMPILE_CACHE: join(tmpdir(), 'kickoff-compile-cache') } as const;
