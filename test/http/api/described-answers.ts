import assert from 'node:assert/strict';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describeApi } from '../../../src/http/api/openapi/describe-api.ts';
import type { ApiAnswer } from './start-api.ts';

interface Operation {
  requestBody?: { content: { 'application/json': { schema: object; example: unknown } } };
  responses: Record<string, { headers?: object; content?: Record<string, { schema: { $ref: string } }> }>;
}

interface Description {
  openapi: string;
  servers: { url: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object> };
}

/** The description of an API at `https://kickoff.example`. */
export const description = describeApi('https://kickoff.example') as Description;

const ajv = new Ajv2020({ validateFormats: false, allErrors: true });
ajv.addVocabulary(['openapi', 'info', 'servers', 'security', 'paths', 'components']);
ajv.addSchema({ $id: 'api:', ...description });

/** Whether a body is one that the description lets a route take. */
export const bodyCheck = (path: string) =>
  ajv.compile(description.paths[`/${path}`]!['post']!.requestBody!.content['application/json'].schema);

/** How each status of a route comes about. */
export type HowAnswered = Record<string, (name: string) => Promise<Omit<ApiAnswer, 'json'>>>;

/** Has every answer that is described be given once; `how` says how, and what it leaves out has no test. */
export function describedAnswers(how: (name: string) => HowAnswered | undefined): void {
  for (const [path, methods] of Object.entries(description.paths)) {
    const name = path.slice(1);
    const answers = how(name);
    if (answers === undefined) continue;
    for (const { responses } of Object.values(methods)) {
      const statuses = Object.keys(responses).filter((status) => status !== 'default');
      it(`of ${name} is described, and no other is known here`, () => {
        assert.deepEqual(statuses.sort(), Object.keys(answers).sort());
      });
      for (const status of statuses)
        it(`of ${name} is given: ${status}`, async () =>
          checkAnswer(await answers[status]!(name), status, responses[status]!));
    }
  }
}

function checkAnswer(
  answer: Omit<ApiAnswer, 'json'>,
  status: string,
  { headers = {}, content = {} }: Operation['responses'][string],
): void {
  assert.equal(String(answer.status), status, answer.text);
  for (const header of Object.keys(headers)) assert.notEqual(answer.headers.get(header), null, header);
  const [[type, { schema }] = ['', { schema: { $ref: '' } }]] = Object.entries(content);
  assert.equal(answer.headers.get('content-type') ?? '', type);
  if (type === '') return assert.equal(answer.text, '');
  const check = ajv.getSchema(`api:${schema.$ref}`);
  assert.ok(check?.(JSON.parse(answer.text)), `${answer.text} ${JSON.stringify(check?.errors)}`);
}
