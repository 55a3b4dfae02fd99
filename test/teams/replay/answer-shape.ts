import assert from 'node:assert/strict';

interface Answer {
  status: number;
  body: unknown;
}

/** The statuses that may stand in the body of an answer to a card action, each with its type and its value. */
const cardActions: Record<string, [status: number, isValue: (value: unknown) => boolean]> = {
  'application/vnd.microsoft.card.adaptive': [200, isCard],
  'application/vnd.microsoft.activity.message': [200, (value) => typeof value === 'string' && value !== ''],
  'application/vnd.microsoft.error': [400, isError],
  'application/vnd.microsoft.activity.loginRequest': [401, isLogin],
  'application/vnd.microsoft.error.incorrectAuthCode': [401, (value) => value === null],
  'application/vnd.microsoft.error.preconditionFailed': [412, isError],
};

/**
 * Names the shape of an answer to an activity, e.g. `card action: 401 loginRequest`; fails for what no client expects
 * (Teams platform, the pages of each invoke; the universal action model).
 */
export function answerShape({ status, body }: Answer): string {
  if (body === undefined) return status === 200 ? 'nothing' : `${status} alone`;
  const fields = body as Record<string, unknown>;
  if ('statusCode' in fields) return statusInBody(status, fields);
  if ('task' in fields) return taskShape(status, fields['task']);
  if ('composeExtension' in fields) return extensionShape(status, fields['composeExtension']);
  if ('failureDetail' in fields) {
    assert.equal(status, 412);
    assert.deepEqual(Object.keys(fields).toSorted(), ['connectionName', 'failureDetail', 'id']);
    return '412 with the reason';
  }
  if ('error' in fields) {
    assert.deepEqual([status, Object.keys(fields)], [400, ['error']]);
    return '400: not known';
  }
  // What is refused before the adapter has a fixed body.
  assert.ok([400, 401, 413].includes(status), JSON.stringify({ status, body }));
  assert.equal(fields['status'], status);
  return `refused: ${status}`;
}

function statusInBody(status: number, { statusCode, type, value, ...rest }: Record<string, unknown>): string {
  assert.equal(status, 200, 'the status of a universal action stands in its body');
  assert.deepEqual(rest, {});
  if (type === 'application/vnd.microsoft.search.searchResponse') {
    assert.equal(statusCode, 200);
    const { results } = value as { results: { title: unknown; value: unknown }[] };
    for (const each of results)
      assert.deepEqual([typeof each.title, typeof each.value], ['string', 'string']);
    return 'search results';
  }
  const [expected, isValue] = cardActions[String(type)] ?? [];
  assert.equal(statusCode, expected, `${String(type)} ${JSON.stringify(value)}`);
  assert.ok(isValue?.(value), JSON.stringify(value));
  return `card action: ${String(statusCode)} ${String(type).split('.').at(-1)}`;
}

function taskShape(status: number, task: unknown): string {
  assert.equal(status, 200);
  const { type, value } = task as { type: string; value: unknown };
  if (type === 'message') {
    assert.ok(typeof value === 'string' && value !== '');
    return 'dialog: a line';
  }
  assert.equal(type, 'continue');
  const { title, height, width, card, ...rest } = value as Record<string, unknown>;
  assert.deepEqual([rest, typeof title, typeof height, typeof width], [{}, 'string', 'string', 'string']);
  const { contentType, content } = card as { contentType: string; content: unknown };
  assert.equal(contentType, 'application/vnd.microsoft.card.adaptive');
  assert.ok(isCard(content));
  return 'dialog: a card';
}

function extensionShape(status: number, extension: unknown): string {
  assert.equal(status, 200);
  const { type, text, attachments, suggestedActions } = extension as Record<string, unknown>;
  if (type === 'message') assert.ok(typeof text === 'string' && text !== '');
  if (type === 'result')
    for (const { content } of attachments as { content: unknown }[]) assert.ok(isCard(content));
  if (type === 'auth' || type === 'silentAuth') {
    const { actions } = suggestedActions as { actions: Record<string, unknown>[] };
    assert.deepEqual(
      actions.map((action) => [action['type'], typeof action['title'], isLink(action['value'])]),
      [['openUrl', 'string', true]],
    );
  }
  assert.ok(['message', 'result', 'auth', 'silentAuth'].includes(String(type)), String(type));
  return `extension: ${String(type)}`;
}

function isCard(value: unknown): boolean {
  return (value as { type?: unknown } | null)?.type === 'AdaptiveCard';
}

function isError(value: unknown): boolean {
  const { code, message } = value as { code: unknown; message: unknown };
  return typeof code === 'string' && typeof message === 'string' && message !== '';
}

function isLogin(value: unknown): boolean {
  const { text, connectionName, tokenExchangeResource, buttons } = value as {
    text: unknown;
    connectionName: unknown;
    tokenExchangeResource: { id: unknown; uri: unknown };
    buttons: { type: unknown; value: unknown }[];
  };
  const named = [text, connectionName, tokenExchangeResource.id, tokenExchangeResource.uri];
  const filled = named.every((each) => typeof each === 'string' && each !== '');
  return filled && buttons.length === 1 && buttons[0]?.type === 'signin' && isLink(buttons[0].value);
}

function isLink(value: unknown): boolean {
  return typeof value === 'string' && URL.canParse(value);
}
