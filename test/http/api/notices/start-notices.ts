import assert from 'node:assert/strict';
import type { NoticeBody } from '../../../../src/http/api/shapes/notice-shape.ts';
import type { ReceiversBody } from '../../../../src/http/api/shapes/receivers-shape.ts';
import { startApi, type ApiAnswer, type ApiCall } from '../start-api.ts';

/** What the routes of notices answer, problems included. */
export type NoticeAnswer = Omit<ApiAnswer, 'json'> & {
  json: NoticeBody & ReceiversBody & Pick<ApiAnswer['json'], 'code' | 'title' | 'errors' | 'request'>;
};

/** The whole bot on the local Microsoft 365, and another system that tells people about something. */
export async function startNotices(settings: Record<string, string> = {}) {
  const api = await startApi(settings);
  const read = ({ text, ...answer }: ApiAnswer): NoticeAnswer => ({
    ...answer,
    text,
    json: (text.startsWith('{') ? JSON.parse(text) : {}) as NoticeAnswer['json'],
  });
  const get = async (path: string, given?: ApiCall) => read(await api.get(path, given));
  return {
    ...api,
    id: (name: string) => api.bot.person(name).id,
    get,
    post: async (path: string, body: unknown, given?: ApiCall) => read(await api.post(path, body, given)),
    /** The notice once nobody more is told. */
    async ended(url: string, given?: ApiCall): Promise<NoticeAnswer> {
      for (;;) {
        const found = await get(`${url}?wait=20s`, given);
        assert.equal(found.status, 200, found.text);
        if (found.json.endedAt !== undefined) return found;
      }
    },
    /** How often a text stands in somebody's chat with the bot, or in a channel. */
    told: (where: string, text: string) => {
      const client = api.bot.client(where === 'Launch' ? 'ada' : where);
      const messages = client.messages(where === 'Launch' ? 'Launch' : 'personal');
      return messages.filter((message) => JSON.stringify(message).includes(text)).length;
    },
  };
}

export type NoticeApi = Awaited<ReturnType<typeof startNotices>>;
