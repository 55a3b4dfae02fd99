import { allowServiceUrls } from '../../src/config/allow-service-urls.ts';
import { Registry } from 'prom-client';
import type { Log, LogFields } from '../../src/conversations/ports/log.ts';
import type { Person } from '../../src/conversations/person.ts';
import {
  createHttpServer,
  type HttpServer,
  type HttpServerOptions,
} from '../../src/http/create-http-server.ts';
import { pageTexts } from '../../src/teams/signin/page-texts.ts';
import type { GuardedActivity } from '../../src/http/guard/guarded-activity.ts';

export interface LogLine {
  level: keyof Log;
  fields: LogFields;
  message: string;
}

export interface TestServer {
  http: HttpServer;
  origin: string;
  /** What reached the bot. */
  received: { authorization: string | undefined; activity: GuardedActivity }[];
  signedIn: Person[];
  lines: LogLine[];
  /** Wall clock of the server; tests move it. */
  time: { now: number };
}

export interface TestServerChanges extends Partial<
  Omit<HttpServerOptions, 'configuration' | 'clock' | 'log'>
> {
  publicUrl?: string;
  metricsPort?: number;
  metricsToken?: string;
}

const reject = () => Promise.reject(new Error('not part of this test'));
/** The API is closed in these tests, and asks nobody. */
const notPart: HttpServerOptions['api'] = {
  conversations: { start: reject, find: reject, findBySource: reject, signedIn: reject },
  announcements: {
    start: reject,
    find: reject,
    findUncounted: reject,
    findBySource: reject,
    order: reject,
    receivers: reject,
    whyUnreachable: reject,
    signedIn: reject,
  },
  findAudience: reject,
  wantsToWatch: reject,
  callers: { person: reject, noticeSender: reject },
  signIn: { exchangeAssertion: reject, offer: reject },
  chats: { personal: reject },
  counter: { count: reject },
  timer: { wait: reject },
  rich: {
    renderMarkdown: (content) => ({ contentType: 'text', content }),
    sanitizeBody: (html) => html,
    writeMarkdown: (text) => ({ text }),
  },
};

/** The real server on a free port of loopback; only what it hands work to is the test's. */
export async function startTestServer(changes: TestServerChanges = {}): Promise<TestServer> {
  const { publicUrl = 'https://kickoff.example', metricsPort, metricsToken, ...parts } = changes;
  const received: TestServer['received'] = [];
  const signedIn: Person[] = [];
  const lines: LogLine[] = [];
  const time = { now: Date.UTC(2026, 10, 20, 12) };
  const write = (level: keyof Log) => (fields: LogFields, message: string) => {
    lines.push({ level, fields, message });
  };
  const http = createHttpServer({
    configuration: {
      server: { port: 0, host: '127.0.0.1', publicUrl, logLevel: 'info' },
      metrics: { port: metricsPort, token: metricsToken },
      api: { clients: new Map(), rate: { limit: 60, windowMs: 60_000 } },
      endpoints: { outlook: 'https://outlook.office.com' },
    },
    isServiceUrlAllowed: allowServiceUrls(['smba.trafficmanager.net', 'localhost:9443']),
    receive: async (authorization, activity) => {
      received.push({ authorization, activity });
      return { status: 200 };
    },
    signIn: {
      startAuthorization: () => Promise.reject(new Error('not part of this test')),
      endAuthorization: () => Promise.reject(new Error('not part of this test')),
    },
    pageTexts,
    api: notPart,
    onSignedIn: async (person) => void signedIn.push(person),
    health: () => Promise.resolve(true),
    metrics: new Registry(),
    ...parts,
    clock: { now: () => new Date(time.now) },
    log: { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') },
  });
  await http.start();
  return { http, origin: http.origin(), received, signedIn, lines, time };
}
