import type { Log } from '../../src/conversations/ports/log.ts';

const quiet = () => {};

/** Drops every line. */
export const silentLog: Log = { debug: quiet, info: quiet, warn: quiet, error: quiet };
