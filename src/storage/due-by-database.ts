import { sql, type RawBuilder } from 'kysely';
import type { ConversationRequest } from '../conversations/request.ts';
import type { Engine } from './engine.ts';

/**
 * When a request is due by the database's clock: as long from now as its writer meant. The writer's own clock may be wrong
 * by minutes, and other instances have theirs.
 */
export function dueByDatabase(
  { dueAt, updatedAt }: Pick<ConversationRequest, 'dueAt' | 'updatedAt'>,
  engine: Pick<Engine, 'now'>,
): RawBuilder<number> | null {
  if (dueAt === undefined) return null;
  return sql<number>`${engine.now} + ${dueAt.getTime() - updatedAt.getTime()}`;
}
