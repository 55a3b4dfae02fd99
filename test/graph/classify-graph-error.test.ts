import assert from 'node:assert/strict';
import fc from 'fast-check';
import { errorTable } from '../../src/conversations/errors/error-table.ts';
import { classifyGraphError } from '../../src/graph/classify-graph-error.ts';
import type { GraphReply } from '../../src/graph/graph-reply.ts';
import { postingOutcome } from '../../src/graph/posting-outcome.ts';
import { readError } from '../../src/graph/read-error.ts';
import { wasNeverSent } from '../../src/graph/was-never-sent.ts';

const seed = 20_270_301;

const text = fc.string({ unit: 'binary', maxLength: 300, size: 'max' });
const headers = fc
  .dictionary(
    fc.constantFrom('retry-after', 'www-authenticate', 'date', 'x-other'),
    fc.oneof(
      fc.stringMatching(/^[abc="/ ,0129:;{}]*$/),
      fc.constantFrom('120', 'Mon, 01 Mar 2027 09:00:00 GMT', 'Bearer claims="e30="', 'Bearer claims="!"'),
    ),
  )
  .map((entries) => new Headers(entries));
const body = fc.oneof(
  fc.jsonValue(),
  fc.constant(undefined),
  fc.record({ error: fc.oneof(fc.jsonValue(), fc.record({ code: text, message: text })) }),
);
const networkError: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  error: fc.oneof(
    { maxDepth: 3 },
    fc.anything(),
    fc.constantFrom('ECONNREFUSED', 'ENOTFOUND', 'ECONNRESET', 'CERT_HAS_EXPIRED', 'ETIMEDOUT').map(withCode),
    fc.tuple(tie('error')).map(([cause]) => new TypeError('fetch failed', { cause })),
    fc.array(tie('error'), { maxLength: 3 }).map((errors) => new AggregateError(errors)),
  ),
})).error;
const reply: fc.Arbitrary<GraphReply> = fc.oneof(
  fc.record({
    kind: fc.constant('answer' as const),
    status: fc.integer({ min: 100, max: 999 }),
    headers,
    body,
  }),
  fc.record({ kind: fc.constant('silence' as const), error: networkError }),
);

function withCode(code: string): Error {
  return Object.assign(new Error('no'), { code });
}

describe('classifyGraphError', () => {
  it('never throws and always comes to an outcome with a coded error, whatever arrives', () => {
    fc.assert(
      fc.property(reply, fc.boolean(), (answer, marked) => {
        const outcome = classifyGraphError(answer, { marked });
        assert.ok(outcome.error.code in errorTable);
        assert.ok(outcome.error.says.isWellFormed());
        assert.ok(readError(answer).code in errorTable);
      }),
      { seed, numRuns: 500 },
    );
  });

  it('takes every 2xx as created, and nothing else', () => {
    fc.assert(
      fc.property(reply, (answer) => {
        const outcome = postingOutcome(answer, { marked: true, created: () => ({}) });
        const accepted = answer.kind === 'answer' && answer.status >= 200 && answer.status < 300;
        assert.equal(outcome.kind === 'created', accepted);
      }),
      { seed, numRuns: 500 },
    );
  });

  it('never says that nothing was created after 408, 5xx, or a connection that may have carried the request', () => {
    fc.assert(
      fc.property(reply, fc.boolean(), (answer, marked) => {
        const { kind } = classifyGraphError(answer, { marked });
        if (answer.kind === 'answer' && (answer.status >= 500 || answer.status === 408))
          assert.equal(kind, 'unknown');
        if (answer.kind === 'silence')
          assert.equal(kind, wasNeverSent(answer.error) ? 'never-sent' : 'unknown');
      }),
      { seed, numRuns: 500 },
    );
  });

  it('speaks of the marker only when there was one', () => {
    const answer: GraphReply = {
      kind: 'answer',
      status: 400,
      headers: new Headers(),
      body: { error: { code: 'x', message: 'singleValueExtendedProperties' } },
    };
    assert.equal(classifyGraphError(answer, { marked: true }).kind, 'marker-refused');
    assert.equal(classifyGraphError(answer, { marked: false }).kind, 'refused');
  });
});

describe('wasNeverSent', () => {
  const fetchFailed = (cause: unknown): Error => new TypeError('fetch failed', { cause });

  it('knows what fails before a connection', () => {
    for (const code of [
      'ECONNREFUSED',
      'ENOTFOUND',
      'EAI_AGAIN',
      'UND_ERR_CONNECT_TIMEOUT',
      'CERT_HAS_EXPIRED',
    ]) {
      assert.equal(wasNeverSent(fetchFailed(withCode(code))), true, code);
    }
  });

  it('does not vouch for anything else', () => {
    for (const code of [
      'ECONNRESET',
      'EPIPE',
      'ETIMEDOUT',
      'UND_ERR_SOCKET',
      'UND_ERR_HEADERS_TIMEOUT',
      'EPROTO',
    ]) {
      assert.equal(wasNeverSent(fetchFailed(withCode(code))), false, code);
    }
    for (const error of [undefined, null, 'ECONNREFUSED', { code: 'ECONNREFUSED' }, new Error('x')]) {
      assert.equal(wasNeverSent(error), false);
    }
  });

  it('wants every address of an AggregateError to have failed so', () => {
    const refused = withCode('ECONNREFUSED');
    const both = Object.assign(new AggregateError([refused, withCode('ENOTFOUND')]), {
      code: 'ECONNREFUSED',
    });
    const mixed = Object.assign(new AggregateError([refused, withCode('ECONNRESET')]), {
      code: 'ECONNREFUSED',
    });
    assert.equal(wasNeverSent(fetchFailed(both)), true);
    assert.equal(wasNeverSent(fetchFailed(mixed)), false);
    assert.equal(wasNeverSent(new AggregateError([])), false);
  });
});
