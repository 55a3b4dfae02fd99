import { overHttpTests } from './over-http-tests.ts';

await overHttpTests('SQLite');
