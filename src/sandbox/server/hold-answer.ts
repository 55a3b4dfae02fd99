import type { ServerResponse } from 'node:http';

type Method = 'writeHead' | 'write' | 'end';

/**
 * Keeps back everything that a handler writes. When the handler has ended its answer, `decide` is called with a
 * function that sends it after all; by then the response can be used for another answer just as well.
 */
export function holdAnswer(res: ServerResponse, decide: (release: () => void) => void): void {
  const calls: [Method, unknown[]][] = [];
  const own = { writeHead: res.writeHead.bind(res), write: res.write.bind(res), end: res.end.bind(res) };
  const replay = (method: Method, values: unknown[]): unknown =>
    Reflect.apply(own[method], undefined, values);
  const keep = (method: Method, values: unknown[]): void => void calls.push([method, values]);

  res.writeHead = (...values: unknown[]): ServerResponse => {
    keep('writeHead', values);
    return res;
  };
  res.write = (...values: unknown[]): boolean => {
    keep('write', values);
    return true;
  };
  res.end = (...values: unknown[]): ServerResponse => {
    keep('end', values);
    Object.assign(res, own);
    // restify would answer 500 for a handler that has come to its end with nothing sent.
    Object.defineProperty(res, 'headersSent', { value: true });
    decide(() => calls.forEach(([method, held]) => replay(method, held)));
    return res;
  };
}
