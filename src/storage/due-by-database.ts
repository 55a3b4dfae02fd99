import { sql, type RawBuilder } from 'kysely';
import type { ConversationRequest } from '../conversations/request.ts';
import { isPlanned } from '../conversations/schedule/is-planned.ts';
import type { Engine } from './engine.ts';

/**
 * When a request is due by the database's clock: as long from now as its writer meant. The writer's own clock may be wrong
 * by minutes, and other instances have theirs. What a person planned for nine o'clock is due when the database's clock says
 * nine, whatever the writer's says.
 */
export function dueByDatabase(
  request: Pick<ConversationRequest, 'dueAt' | 'updatedAt' | 'state' | 'waitingFor' | 'postAt' | 'reason'>,
  engine: Pick<Engine, 'now'>,
): RawBuilder<number> | null {
  const { dueAt, updatedAt } = request;
  if (dueAt === undefined) return null;
  if (isPlanned(request)) return sql<number>`${dueAt.getTime()}`;
  return sql<number>`${engine.now} + ${dueAt.getTime() - updatedAt.getTime()}`;
}
