import assert from 'node:assert/strict';
import { CodedError } from '../../src/conversations/errors/coded-error.ts';
import type { LogFields } from '../../src/conversations/ports/log.ts';
import type { LogLevel } from '../../src/config/configuration.ts';
import { createLog } from '../../src/config/create-log.ts';
import type { SerializedError } from '../../src/config/serialize-error.ts';

interface Line extends Omit<LogFields, 'error'> {
  level: number;
  time: string;
  msg: string;
  error?: SerializedError;
}

const token = ['eyJhbGciOiJSUzI1NiJ9', 'eyJvaWQiOiJhZGEifQ', 'c2lnbmF0dXJl'].join('.');

function logInto(lines: Line[], level: LogLevel = 'debug') {
  return createLog(level, { write: (line) => lines.push(JSON.parse(line) as Line) });
}

function withoutStacks(error: SerializedError | undefined): unknown {
  return JSON.parse(JSON.stringify(error, (name, value: unknown) => (name === 'stack' ? undefined : value)));
}

describe('the log', () => {
  it('writes one object per line with the fields that are on the list', () => {
    const lines: Line[] = [];
    const fields = {
      request: 'r',
      tenant: 't',
      person: 'p',
      code: 'INTERNAL',
      route: '/api/messages',
      status: 200,
      ms: 1.5,
      kind: 'k',
      state: 'created',
      count: 0,
    };
    logInto(lines).info(fields, 'Answered');
    const [{ level, time, msg, ...rest } = {} as Line] = lines;
    assert.equal(level, 30);
    assert.match(time, /^\d{4}-\d\d-\d\dT/);
    assert.equal(msg, 'Answered');
    assert.deepEqual(rest, fields);
  });

  it('drops every other field, and values of another type', () => {
    const lines: Line[] = [];
    const fields = { request: { topic: 'typed' }, status: 'typed', topic: 'typed', body: 'typed', ms: 3 };
    logInto(lines).warn(fields as unknown as LogFields, 'Odd');
    assert.deepEqual(Object.keys(lines[0] ?? {}).sort(), ['level', 'ms', 'msg', 'time']);
  });

  it('says nothing below its level', () => {
    const lines: Line[] = [];
    const log = logInto(lines, 'warn');
    log.debug({}, 'no');
    log.info({}, 'no');
    log.warn({}, 'yes');
    log.error({}, 'yes');
    assert.deepEqual(
      lines.map(({ level, msg }) => [level, msg]),
      [
        [40, 'yes'],
        [50, 'yes'],
      ],
    );
    logInto(lines, 'silent').error({}, 'no');
    assert.equal(lines.length, 2);
  });

  it('writes of an error its name, message, code, stack and causes, and nothing else of it', () => {
    const lines: Line[] = [];
    const refused = Object.assign(new Error('connect'), {
      code: 'ECONNREFUSED',
      config: { data: 'typed text' },
    });
    const cause = new AggregateError([refused, 'typed text'], 'all failed', {
      cause: { text: 'typed text' },
    });
    const error = new CodedError('GRAPH_UNREACHABLE', { group: 'typed text' }, { cause });
    logInto(lines).error({ error }, 'Failed');
    assert.equal(JSON.stringify(lines).includes('typed text'), false);
    assert.match(lines[0]?.error?.stack ?? '', /create-log\.test\.ts/);
    assert.deepEqual(withoutStacks(lines[0]?.error), {
      name: 'CodedError',
      message: 'GRAPH_UNREACHABLE',
      code: 'GRAPH_UNREACHABLE',
      cause: {
        name: 'AggregateError',
        message: 'all failed',
        cause: { name: 'object', message: 'Something that is no error was thrown' },
        errors: [
          { name: 'Error', message: 'connect', code: 'ECONNREFUSED' },
          { name: 'string', message: 'Something that is no error was thrown' },
        ],
      },
    });
  });

  it('ends at some depth for errors that cause each other', () => {
    const lines: Line[] = [];
    const one = new Error('one');
    one.cause = new Error('two', { cause: one });
    logInto(lines).error({ error: one }, 'Circle');
    assert.equal(lines[0]?.error?.cause?.cause?.message, 'one');
  });

  it('takes tokens and secrets out of messages, fields, errors and stacks', () => {
    const lines: Line[] = [];
    const secrets = [
      `Authorization: Bearer ${token}`,
      `authorization: bearer opaque-token-1`,
      `got ${token} and ${token.slice(0, 30)}`,
      `grant_type=x&client_secret=opaque-secret-2&assertion=opaque-3&refresh_token=opaque-4`,
      `{"access_token":"opaque-5","refresh_token": "opaque-6"}`,
    ];
    const log = logInto(lines);
    for (const secret of secrets) {
      log.error({ route: secret, error: new Error(secret, { cause: new TypeError(secret) }) }, secret);
    }
    const written = JSON.stringify(lines);
    assert.equal(lines.length, secrets.length);
    for (const part of ['eyJ', 'opaque', 'c2lnbmF0dXJl']) assert.equal(written.includes(part), false, part);
    assert.match(lines[0]?.msg ?? '', /^Authorization: Bearer \[token\]$/);
    assert.match(lines[3]?.msg ?? '', /^grant_type=x&client_secret=\[secret\]&assertion=\[secret\]/);
  });

  it('leaves ordinary text alone', () => {
    const lines: Line[] = [];
    const text = 'The bearer of 3 keys: access token missing, code=ECONNRESET, key eye';
    logInto(lines).info({ state: text }, 'x');
    assert.equal(lines[0]?.state, text);
  });
});
