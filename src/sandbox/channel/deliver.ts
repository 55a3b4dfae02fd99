import type { ChannelActivity } from './channel-activity.ts';

export interface Delivery {
  /** The bot's HTTP status; 502 when it could not be reached, 504 when it did not answer in time. */
  status: number;
  /** Its body: parsed when it is JSON, else the text; undefined when it is empty. */
  body: unknown;
}

/**
 * POSTs one signed activity to the bot and never repeats it by itself.
 *
 * The Bot Service cuts an invoke at 10 to 15 s (msteams-docs issues #6461 and #13460): `deadline`, in milliseconds.
 */
export async function deliver(
  activity: ChannelActivity,
  options: { endpoint: string; token: string; deadline: number },
): Promise<Delivery> {
  try {
    const response = await fetch(options.endpoint, {
      method: 'POST',
      redirect: 'error',
      headers: {
        authorization: `Bearer ${options.token}`,
        'content-type': 'application/json; charset=utf-8',
        'x-ms-conversation-id': activity.conversation.id,
        'x-ms-tenant-id': activity.conversation.tenantId,
      },
      body: JSON.stringify(activity),
      signal: AbortSignal.timeout(options.deadline),
    });
    return { status: response.status, body: parseBody(await response.text()) };
  } catch (error) {
    return { status: error instanceof Error && error.name === 'TimeoutError' ? 504 : 502, body: undefined };
  }
}

function parseBody(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
