import type { PostgresPool, PostgresPoolClient } from 'kysely';
import { DatabaseError, Pool, types } from 'pg';
import type { Log } from '../conversations/ports/log.ts';

/** No statement of an ordinary turn takes as long; the numbers are milliseconds. */
const limits = {
  // A hold counts from when its statement began: one that waited longer would leave too little of it for a POST.
  statement_timeout: 8_000,
  idle_in_transaction_session_timeout: 8_000,
  // For when the network swallows the answer, or another server has taken the place of the one that was asked.
  query_timeout: 12_000,
};

/**
 * Connections to PostgreSQL as Kysely wants them, made when they are needed. Parameters in the address (such as
 * `query_timeout`) come before those here. With `unhurried`, a statement may take as long as it takes.
 */
export function postgresPool(url: string, log: Log, { unhurried = false } = {}): PostgresPool {
  const pool = new Pool({
    connectionString: url,
    application_name: 'kickoff',
    // A server takes 100 connections unless it is told otherwise: enough for several instances.
    max: unhurried ? 1 : 10,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    types: { getTypeParser },
    // Whoever has waited for a lock has to see what the other one wrote, whatever the server is set to.
    verify: (client, done) =>
      client.query('set session characteristics as transaction isolation level read committed', done),
    ...(!unhurried && limits),
  });
  // Without a listener, a connection that the server ends while nobody uses it would end the process.
  pool.on('error', (error) => log.warn({ error }, 'An idle connection to PostgreSQL ended'));

  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const connection = await pool.connect();
      const client: PostgresPoolClient = connection;
      let broken = false;
      // The pool listens to idle connections only. One in use says so when it ends, besides failing its statement.
      const ended = (): void => {
        broken = true;
      };
      connection.on('error', ended);
      const query = async (text: string, parameters: readonly unknown[]) => {
        try {
          return await client.query(text, parameters);
        } catch (error) {
          // No answer of the server: whatever is asked next on this connection would wait behind it.
          if (!(error instanceof DatabaseError)) broken = true;
          throw error;
        }
      };
      const release = (destroy = false): void => {
        connection.off('error', ended);
        client.release(broken || destroy);
      };
      return { query, release } as PostgresPoolClient;
    },
  };
}

/** Counts and epoch milliseconds (int8) are numbers here, far below 2^53; other code in the process may want text. */
const getTypeParser: typeof types.getTypeParser = (type, format) =>
  type === types.builtins.INT8 && format !== 'binary' ? Number : types.getTypeParser(type, format);
