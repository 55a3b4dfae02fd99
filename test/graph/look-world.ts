import assert from 'node:assert/strict';
import type { LookAnswer, LookQuery } from '../../src/conversations/ports/lookout.ts';
import type { Posting } from '../../src/conversations/ports/mailbox.ts';
import type { RequestKind } from '../../src/conversations/request.ts';
import { createLookout } from '../../src/graph/create-lookout.ts';
import { createMailbox } from '../../src/graph/create-mailbox.ts';
import type { Conversation, Post, Thread } from '../../src/sandbox/graph/mailbox-items.ts';
import type { TenantProfile } from '../../src/sandbox/tenant/profile.ts';
import { startGraphWorld, type GraphWorld } from '../sandbox/graph/graph-world.ts';
import { createKeptLog } from './kept-log.ts';

export const minute = 60_000;
export const own = '0123456789abcdef0123456789abcdef';
export const foreign = 'fedcba9876543210fedcba9876543210';
export const topic = 'Budget 2027';
export const text =
  '<p>Please read the <b>plan</b> &amp; answer by&nbsp;Friday.</p><ul><li>a &lt; b</li></ul>';

/** A mailbox with some traffic of other people in it, and Ada who looks for her post. */
export interface LookWorld extends GraphWorld {
  finance: string;
  /** Where threads and replies go: Ben's conversation, an hour old. */
  base: { conversation: Conversation; thread: Thread };
  kept: ReturnType<typeof createKeptLog>;
  /** Posts through the bot's own mailbox, without a marker where the tenant refuses it. */
  post(options?: { alias?: string; marker?: string; topic?: string; content?: string }): Promise<void>;
  look(changes?: Partial<LookQuery>, deadlineMs?: number): Promise<LookAnswer>;
  /** All posts of this sender in the mailbox, oldest first, with where they are. */
  postsOf(alias: string): { conversation: Conversation; thread: Thread; post: Post }[];
  pass(ms: number): void;
}

export async function startLookWorld(
  kind: RequestKind,
  profile: Partial<TenantProfile> = {},
): Promise<LookWorld> {
  const world = await startGraphWorld();
  const finance = world.groupId('finance');
  const ben = { name: 'Ben Ray', address: 'ben@contoso.com' };
  const pass = (ms: number): void => void (world.clock.at = new Date(world.clock.at.getTime() + ms));
  const noise = (noiseTopic: string): LookWorld['base'] =>
    world.graph.mailboxes.createConversation(finance, {
      topic: noiseTopic,
      post: { sender: ben, body: { contentType: 'html', content: `<p>About ${noiseTopic}</p>` } },
    });
  noise('Parking');
  const base = noise('Month end');
  noise(topic);
  pass(60 * minute);
  noise('Lunch');
  pass(minute);
  Object.assign(world.profile, profile);

  const kept = createKeptLog();
  const connection = { endpoint: world.origin, version: 'v1.0', log: kept.log } as const;
  const mailbox = createMailbox(connection);
  const lookout = createLookout(connection);
  const place = { groupId: finance, conversationId: base.conversation.id, threadId: base.thread.id };

  const post: LookWorld['post'] = async (options = {}) => {
    const body = { contentType: 'html', content: options.content ?? text } as const;
    const posting = { ...place, kind, topic: options.topic ?? topic, body, people: [] } as Posting;
    const { marker } = options;
    const send = { token: world.tokenOf(options.alias ?? 'ada'), deadlineMs: 5000 };
    const outcome = await mailbox.post({ ...posting, ...(marker !== undefined && { marker }) }, send);
    if (outcome.kind === 'marker-refused') return post({ ...options, marker: undefined as never });
    assert.equal(outcome.kind, 'created');
  };

  const look: LookWorld['look'] = (changes = {}, deadlineMs = 5000) => {
    const query: LookQuery = {
      kind,
      groupId: finance,
      marker: own,
      topic,
      body: { contentType: 'html', content: text },
      ...(kind === 'thread' && { conversationId: place.conversationId }),
      ...(kind === 'reply' && { threadId: place.threadId }),
      from: new Date(world.clock.at.getTime() - 10 * minute),
      to: new Date(world.clock.at.getTime() + 10 * minute),
      ...changes,
    };
    world.traffic.clear();
    return lookout.look(query, { token: world.tokenOf('ada'), deadlineMs });
  };

  const postsOf = (alias: string): ReturnType<LookWorld['postsOf']> =>
    world.graph.mailboxes
      .conversations(finance)
      .flatMap((conversation) => conversation.threads.map((thread) => ({ conversation, thread })))
      .flatMap(({ conversation, thread }) =>
        thread.posts.map((each) => ({ conversation, thread, post: each })),
      )
      .filter(({ post }) => post.sender.address === `${alias}@contoso.com`)
      .toSorted((one, other) => one.post.receivedDateTime.localeCompare(other.post.receivedDateTime));

  return Object.assign(world, { finance, base, kept, post, look, postsOf, pass });
}
